import { all, control, every, none, same, saw, that, the } from '#harness'

control(
  'etcd has one voting member for each control-plane node, a leader, no alarm, no error, and room',
  {
    statement: 'TG-77',
    impact: 'critical',
    kind: 'topology',
    standards: ['CP-10', 'SI-13', 'CIS-K8S-2.7'],
    remedy:
      'Ask it: `talosctl -n <control plane> etcd status` and `etcd alarm list`; defragment (`etcd defrag`) before you disarm NOSPACE, and remove a member that is gone.',
  },
  ({ host, need, parameter }) => {
    const { host: asked, nodes } = need('talos')
    const { alarms, members, statuses } = host(asked).talosEtcd
    const planes = nodes.filter(({ role }) => role === 'controlplane').map(({ name }) => name)
    all(
      () =>
        same(
          members.filter(({ isLearner }) => !isLearner).map(({ hostname }) => hostname),
          planes,
          'voting members',
        ),
      () =>
        that(
          planes.length === parameter.number('p.cluster.control_planes'),
          'there are as many as are meant',
          { planes },
        ),
      () => none(alarms, 'raises an alarm', () => true),
      () =>
        every(members, 'has a leader and room, and no error', ({ id }) => {
          const { databaseBytes, errors, leader } = the(
            statuses,
            `status of member ${id}`,
            ({ member }) => member === id,
          )
          return (
            members.some((one) => one.id === leader) &&
            errors === undefined &&
            databaseBytes > 0 &&
            databaseBytes <= parameter.bytes('p.etcd.max_db')
          )
        }),
      () =>
        every(planes, 'runs etcd in health', (name) =>
          saw(
            host(asked).talosServices,
            (service) =>
              service.node === name &&
              service.name === 'etcd' &&
              service.isRunning &&
              service.isHealthy,
          ),
        ),
    )
  },
)
