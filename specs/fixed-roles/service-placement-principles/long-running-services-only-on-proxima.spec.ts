import { all, control, isInNetwork, none } from '#harness'

control(
  'No machine but Proxima runs a service that lasts; Rhea serves media and files, and nothing else',
  {
    statement: 'FR-46',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-2', 'SC-2', 'CIS-2.3'],
    remedy:
      'Move the service into a guest on Proxima; on Lyra and Nova `docker update --restart=no`, `systemctl disable --now`. Name an unknown address of the LAN under `hosts`.',
  },
  ({ host, hosts, inventory, need, parameter }) => {
    const { stacks } = need('placement')
    const { lan } = need('network')
    const free = hosts('development', 'access')
    const engines = hosts('development', 'access', 'storage').filter(({ name }) =>
      need('engines').includes(name),
    )
    const ports = [
      ...parameter.words('p.lyra.lan_ports'),
      ...parameter.words('p.nova.lan_ports'),
    ].map(Number)
    const isMedia = (at: string, project: string | undefined) =>
      stacks.some(
        (it) => it.host === at && it.project === project && ['media', 'files'].includes(it.domain),
      )
    const known = inventory.hosts.flatMap(({ address, alsoAt = [] }) => [address, ...alsoAt])
    all(
      ...engines.map(({ name }) => () => {
        none(
          host(name).workloads.map((it) => ({ host: name, ...it })),
          'comes back by itself',
          ({ comesBack, project }) => comesBack && !isMedia(name, project),
        )
      }),
      ...free
        .filter(({ name }) => !need('engines').includes(name))
        .map(({ name }) => () => {
          none(
            host(name).engines,
            'is an engine where none belongs',
            ({ kind }) => kind !== 'binary',
          )
        }),
      ...free.map(({ name }) => () => {
        none(
          host(name).listeners.map((it) => ({ host: name, ...it })),
          'serves the LAN',
          ({ address, port }) => !/^(127\.|::1$)/.test(address) && !ports.includes(port),
        )
      }),
      // A machine that nobody listed may run anything.
      ...hosts('router').map((router) => () => {
        const { leases } = host(router.name).nameService
        // Who set an address by hand has no lease; the router hears from it all the same.
        const heard = host(router.name).neighbourhood.neighbours.filter(
          ({ address, hardware }) => hardware !== undefined && isInNetwork(address, lan),
        )
        const strangers = [...leases, ...heard]
          .map(({ address }) => address)
          .filter((address) => !known.includes(address))
        const because = `nobody knows what is at ${[...new Set(strangers)].join(', ')}`
        none({ items: [], complete: strangers.length === 0, because }, 'runs there', () => true)
      }),
    )
  },
)
