import { all, control, every, none, saw } from '#harness'

control(
  'No node answers SSH, and none runs it',
  {
    statement: 'TG-92',
    impact: 'critical',
    kind: 'exposure',
    standards: ['CM-7', 'AC-17', 'CIS-4.8'],
    remedy:
      'Find the program (`talosctl -n <node> netstat -l -t -p`) and remove the workload or extension that brought it.',
  },
  ({ host, inventory, need, vantage }) => {
    const { host: asked, nodes } = need('talos')
    const { items, ...look } = host(asked).talosListeners
    const addresses = nodes.map(({ address }) => address)
    all(
      () =>
        none(
          { ...look, items },
          'is an SSH server',
          ({ port, program = '' }) => port === 22 || /sshd|dropbear|tinysshd/.test(program),
        ),
      ...inventory.vantages.map(({ name }) => () => {
        none(
          vantage(name).openPorts,
          'is a node that answers SSH',
          ({ address, port }) => port === 22 && addresses.includes(address),
        )
      }),
      () =>
        every(nodes, 'answers on the port of its own API', ({ address }) =>
          saw(vantage('lan').openPorts, (open) => open.address === address && open.port === 50000),
        ),
    )
  },
)
