import { control, every, none, saw } from '#harness'

control(
  'Nodes listen on the ports of the platform and on no other',
  {
    statement: 'TG-95',
    impact: 'high',
    kind: 'exposure',
    standards: ['CM-7', 'SC-7', 'CIS-4.8'],
    remedy:
      'Find the program (`talosctl -n <node> netstat -l -p`) and take its workload away, or name the port in p.talos.ports.',
  },
  ({ host, need, parameter }) => {
    const { host: asked, nodes } = need('talos')
    const ports = parameter.words('p.talos.ports')
    const planes = [...ports, ...parameter.words('p.talos.control_plane_ports')]
    const datagrams = parameter.words('p.talos.udp_ports')
    none(
      host(asked).talosListeners,
      'listens beyond loopback on a port that is not declared',
      ({ address, node, port, protocol }) => {
        const role = nodes.find(({ name }) => name === node)?.role
        const allowed = protocol === 'udp' ? datagrams : role === 'controlplane' ? planes : ports
        return !/^(127\.|::1$)/.test(address) && !allowed.includes(String(port))
      },
    )
    every(nodes, 'names its own API', ({ name }) =>
      saw(host(asked).talosListeners, ({ node, port }) => node === name && port === 50000),
    )
  },
)
