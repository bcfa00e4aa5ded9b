import { all, control, every, saw, that } from '#harness'

const isAtLeast = (found: string, wanted: string): boolean =>
  found.localeCompare(wanted, 'en', { numeric: true }) >= 0

control(
  'Proxmox VE, in a supported release, runs every declared guest',
  {
    statement: 'ZT-20',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-2', 'CM-8', 'SI-2', 'CIS-2.1'],
    remedy:
      'Upgrade the node with `pveupgrade`, or start what is stopped with `qm start <vmid>` or `pct start <vmid>`; a guest that is gone for good leaves lab.yaml as well.',
  },
  ({ host, hosts, lab, inventory, parameter }) => {
    const version = lab.proxmoxVersion
    const oldest = parameter.text('p.pve.min_release')

    all(
      () => that(isAtLeast(version.release, oldest), `the release is ${oldest} or later`, version),
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ name, ...host(name).pveVersion })),
          'is the Proxmox VE whose API answers',
          ({ manager, repoid }) => manager === version.version && repoid === version.repoid,
        ),
      () => every(lab.proxmoxNodes, 'is online', ({ status }) => status === 'online'),
      () =>
        every(inventory.guests, 'runs as what it was declared to be', ({ vmid, type }) =>
          saw(
            lab.guests,
            (guest) =>
              guest.vmid === vmid &&
              guest.type === type &&
              guest.status === 'running' &&
              !guest.isTemplate,
          ),
        ),
    )
  },
)
