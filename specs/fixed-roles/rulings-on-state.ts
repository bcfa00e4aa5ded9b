import type { Ruling } from '#harness'

/** Where the document disagrees with itself about access, layers and data, or leaves out what a judgement needs. */
export const rulingsOnState: readonly Ruling[] = [
  {
    id: 'nova-stateless-but-recovery',
    between: ['FR-30', 'FR-33'],
    conflict:
      'Nova holds no state, but recovery begins there: keys that exist on it alone would be state, and no other place for them is named.',
    ruling:
      'A key on Nova is declared with the place that has it too, or with how it is made anew. One that is not declared is state.',
    because: 'Then losing the disk of Nova loses nothing, which is what the sentence is for.',
    affects: [
      'fixed-roles/nova-has-no-authoritative-state',
      'fixed-roles/nova-recovery-path-without-lyra',
    ],
    override: ['waiver'],
  },
  {
    id: 'docker-first-versus-few-layers',
    between: ['FR-08', 'FR-25', 'FR-42'],
    conflict:
      'Layers that are not needed are left out, and yet Docker runs in LXC on a hypervisor without a single virtual machine.',
    ruling:
      'Proxmox, LXC and Docker are the three layers that there are. Any other is a finding, and what nesting costs in isolation stays visible.',
    because: 'All three are named as chosen; the sentence about layers is about further ones.',
    affects: [
      'fixed-roles/docker-runtime-lives-in-lxc',
      'fixed-roles/lxc-guests-are-unprivileged',
      'fixed-roles/no-extra-orchestration-layer',
    ],
    override: ['guests[].features'],
  },
  {
    id: 'dev-access-from-nova',
    between: ['FR-17', 'FR-29'],
    conflict: 'Development happens on Lyra alone, and Nova gives access for development.',
    ruling:
      'A session that begins on Nova ends on Lyra. Nova has no tools of its own, and no source tree with changes.',
    because: 'Otherwise Nova would be a second environment, by whatever name.',
    affects: [
      'fixed-roles/nova-offers-development-access',
      'fixed-roles/lyra-is-the-only-active-dev-environment',
    ],
    override: ['waiver'],
  },
  {
    id: 'no-backup-statement',
    between: ['FR-51', 'FR-53'],
    conflict:
      'The disks of one machine are the authority for all state, and no sentence speaks of a backup, a snapshot, or how much may be lost.',
    ruling:
      'That there is one authority, and where it is, is judged. Of a second copy nothing is claimed, so nothing is judged.',
    because: 'A control needs a sentence to stand on. The gap is the document’s to close.',
    affects: [
      'fixed-roles/one-authoritative-copy',
      'fixed-roles/service-data-on-proxima-local-storage',
    ],
  },
  {
    id: 'availability-without-number',
    between: ['FR-22', 'FR-63'],
    conflict:
      'Proxima is always on and can be relied on, but no share of time, no pause for upkeep and no time to come back is given.',
    ruling: 'Always on is 99.5 % of a window of thirty days, and ten minutes from power to health.',
    because:
      'One machine without redundancy can promise that, and a promise without a number cannot be broken.',
    affects: [
      'fixed-roles/proxima-service-availability',
      'fixed-roles/proxima-recovers-after-power-loss',
    ],
    override: ['p.proxima.availability', 'p.proxima.boot_to_healthy'],
  },
]
