import { all, control, every, none } from '#harness'

const FAILOVER = /^(keepalived|pacemaker|corosync|heartbeat|ucarp|pcsd)\.service$/

control(
  'The platform is one node, and nothing fails over by itself',
  {
    statement: 'ZT-26',
    impact: 'low',
    kind: 'configuration',
    standards: ['CM-6', 'CP-2', 'PL-8'],
    remedy:
      'Remove the guest from HA (`ha-manager remove vm:100`), take the node out of the cluster, and disable keepalived, pacemaker and the like; a failure is answered by its runbook.',
  },
  ({ host, hosts, lab }) => {
    all(
      // The HA services run on every node: their list of resources decides.
      () => none(lab.haResources, 'is started and moved by the HA manager', () => true),
      () => none(lab.guests, 'has a state at the HA manager', (it) => it.haState !== undefined),
      () => {
        const { members } = lab.proxmoxCluster
        every(members, 'is the only node', ({ isOnline }) => isOnline && members.length === 1)
      },
      ...hosts().map(({ name }) => () => {
        none(
          host(name).services.map(({ unit, activeState, unitFileState }) => ({
            host: name,
            unit,
            activeState,
            unitFileState,
          })),
          'moves an address or a service to another machine',
          ({ unit, activeState }) =>
            FAILOVER.test(unit) && /^(active|activating|reloading|failed)$/.test(activeState),
        )
      }),
    )
  },
)
