import { all, control, every, same, that } from '#harness'

control(
  'The hypervisors are those that were declared, all online, and agree where they form a cluster',
  {
    statement: 'TG-15',
    impact: 'medium',
    kind: 'topology',
    strength: 'optional',
    standards: ['CP-10', 'SC-36'],
    remedy:
      'Bring the missing node back, and look at `pvecm status` on two of them before anything else.',
  },
  ({ hosts, lab }) => {
    const { cluster, members } = lab.proxmoxCluster

    all(
      () => every(members, 'is online', ({ isOnline }) => isOnline),
      () =>
        that(
          cluster ? cluster.isQuorate : members.length === 1,
          'several of them form a cluster with a majority',
          { cluster, members },
        ),
      () =>
        same(
          members.map(({ name }) => name),
          hosts('hypervisor').map(({ name }) => name),
          'hypervisors',
        ),
    )
  },
)
