/** Hypervisor, infrastructure as code, secrets, access and encryption: controls still to be written, and the statement of each. */
export const plannedPlatform = {
  'zfs-pools-healthy': 'TG-13',
  'zfs-scrub-recent': 'TG-13',
  'zfs-snapshots-present': 'TG-16',
  'pve-host-hardened': 'TG-186',
} as const
