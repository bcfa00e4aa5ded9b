import type { Ruling } from '#harness'

/** Where the document disagrees with itself about what belongs on which machine, and how it is read here. */
export const rulingsOnPlacement: readonly Ruling[] = [
  {
    id: 'storage-authority-on-compute-node',
    between: ['FR-49', 'FR-51', 'FR-13'],
    conflict:
      'The data of services lies on the disks of the machine that runs them, and is authoritative there; storage and compute are to be in different hands.',
    ruling:
      'Authority over storage is to offer storage to other machines. Whoever does that runs no application, and local disks of the runtime node are no such offer.',
    because:
      'Taken literally no service could keep a byte. An offer to others is what can be told apart, and what would tie two machines together.',
    affects: [
      'fixed-roles/storage-exporters-run-no-compute',
      'fixed-roles/runtime-isolated-from-storage',
      'fixed-roles/service-data-on-proxima-local-storage',
    ],
    override: ['p.storage.local_types', 'waiver'],
  },
  {
    id: 'long-running-services-on-rhea',
    between: ['FR-46', 'FR-34'],
    conflict:
      'Media and file servers run for long, and they are on Rhea; services that run for long are to be on Proxima alone.',
    ruling:
      'The rule is about the architecture for development, of which Rhea is no part. What runs there is media or files by the inventory, and anything else is a finding.',
    because: 'FR-35 takes Rhea out of that scope in so many words.',
    affects: [
      'fixed-roles/long-running-services-only-on-proxima',
      'fixed-roles/rhea-provides-media-and-files',
      'fixed-roles/rhea-outside-compliance-scope',
    ],
    override: ['services'],
  },
  {
    id: 'monitoring-isolated-but-same-node',
    between: ['FR-48', 'FR-46'],
    conflict:
      'Monitoring is to stand apart from what it watches, but has to run on the same machine as all of it.',
    ruling:
      'Apart means in a guest of its own, with an engine of its own. That the whole machine is gone is noticed by somebody outside of it.',
    because: 'A guest is the boundary that the document has; a machine beside it would be a fifth.',
    affects: [
      'fixed-roles/monitoring-in-its-own-guest',
      'fixed-roles/monitoring-survives-core-outage',
    ],
    override: ['recovery.outsideCheck'],
  },
  {
    id: 'rhea-isolated-on-the-same-lan',
    between: ['FR-37', 'FR-55'],
    conflict:
      'Rhea stands apart from the architecture, and is on the same trusted LAN as all of it.',
    ruling:
      'What keeps it apart is that nobody depends on it and that it holds no key to anybody. Packets are not what is judged.',
    because: 'The word logical says so, and one LAN leaves no network boundary to look for.',
    affects: [
      'fixed-roles/rhea-holds-no-dev-credentials',
      'fixed-roles/dev-does-not-depend-on-rhea',
      'fixed-roles/nodes-share-one-lan',
    ],
    override: ['waiver'],
  },
  {
    id: 'vms-unused-for-development-or-at-all',
    between: ['FR-38', 'FR-24'],
    conflict:
      'Virtual machines are not used for development, which does not happen on the hypervisor anyway; services in one are not forbidden there, but every service is in an LXC.',
    ruling:
      'A virtual machine needs an accepted decision that names it. Without one it is a finding, whatever it is for.',
    because: 'Only so does the sentence about virtual machines say anything at all.',
    affects: [
      'fixed-roles/no-vm-carries-a-service',
      'fixed-roles/no-development-in-vms',
      'fixed-roles/vm-use-needs-a-decision',
    ],
    override: ['waiver'],
  },
  {
    id: 'single-responsibility-of-runtime-and-control',
    between: ['FR-05', 'FR-27', 'FR-34'],
    conflict:
      'A node has one responsibility, but two of the four have two in their title: runtime and control, storage and media.',
    ruling:
      'The four roles cannot be divided: development, runtime with control, access, storage with media.',
    because: 'The titles were given to the nodes by the same document that counts to one.',
    affects: ['fixed-roles/one-role-per-node'],
    override: ['hosts'],
  },
]
