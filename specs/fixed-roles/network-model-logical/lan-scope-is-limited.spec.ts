import { all, control, every, isDeclared, none, saw } from '#harness'

control(
  'Within the LAN each machine and guest offers the ports that are listed for it, and no other',
  {
    statement: 'FR-58',
    impact: 'high',
    kind: 'exposure',
    standards: ['CM-7', 'SC-7', 'CIS-4.4', 'CIS-4.8'],
    remedy:
      'Stop what listens or bind it to loopback (published ports pass a guest’s own firewall: publish on 127.0.0.1), or list the port under network.lanExposed or lanManagement with its reason.',
  },
  ({ host, hosts, inventory, need, parameter, vantage }) => {
    const { flows, lanExposed, lanManagement } = need('network')
    const declared = [...lanExposed, ...lanManagement]
    const { openPorts } = vantage('lan')
    const isLoopback = (address: string) => /^(127\.|::1$)/.test(address)
    const isFlow = (at: string, port: number) =>
      flows.some(({ ports, to }) => to === at && ports.includes(port))
    const unvisited = inventory.guests.filter(
      ({ vmid }) => !inventory.hosts.some((it) => it.vmid === vmid),
    )
    const allowed = parameter.words('p.wan.listeners')
    all(
      () =>
        none(
          openPorts,
          'answers the LAN and is not listed',
          (it) => it.host === undefined || !isDeclared(it, declared),
        ),
      () =>
        every(
          declared.filter(({ protocol }) => protocol === 'tcp'),
          'answers the LAN as it is listed',
          (it) => saw(openPorts, (port) => isDeclared(port, [it])),
        ),
      // The scan sees what a firewall lets through; the sockets are what there is.
      ...hosts().map(({ name }) => () => {
        none(
          host(name)
            .listeners.filter(({ address }) => !isLoopback(address))
            .map((it) => ({ host: name, ...it })),
          'listens and is not listed',
          ({ port, protocol }) =>
            !isDeclared({ host: name, port, protocol }, declared) &&
            !isFlow(name, port) &&
            !allowed.includes(`${name}:${port}/${protocol}`),
        )
      }),
      () => {
        const because = `nobody scanned ${unvisited.map(({ name }) => name).join(', ')}: add it to hosts`
        none({ items: [], complete: unvisited.length === 0, because }, 'answers there', () => true)
      },
    )
  },
)
