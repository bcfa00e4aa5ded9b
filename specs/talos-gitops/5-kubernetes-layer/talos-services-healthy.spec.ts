import { all, control, every, saw } from '#harness'

/** Of these Talos always looks at the health: unknown means that it could not. */
const CHECKED = ['apid', 'containerd', 'cri', 'etcd', 'kubelet', 'trustd']

control(
  'Every service of Talos that a node needs runs, and is healthy',
  {
    statement: 'TG-72',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13', 'CM-6'],
    remedy:
      'Read what it says: `talosctl -n <node> service <service>` and `talosctl -n <node> logs <service>`.',
  },
  ({ host, need, parameter }) => {
    const { host: asked, nodes } = need('talos')
    const { talosServices } = host(asked)
    const meant = nodes.flatMap(({ name, role }) =>
      [
        ...parameter.words('p.talos.services'),
        ...(role === 'controlplane' ? parameter.words('p.talos.control_plane_services') : []),
      ].map((service) => ({ node: name, service })),
    )
    all(
      () =>
        every(meant, 'runs', ({ node, service }) =>
          saw(talosServices, (one) => one.node === node && one.name === service && one.isRunning),
        ),
      () =>
        every(
          talosServices,
          'is healthy, where anybody looks after it',
          ({ isHealthy, isUnknown, name }) => isHealthy || (isUnknown && !CHECKED.includes(name)),
        ),
    )
  },
)
