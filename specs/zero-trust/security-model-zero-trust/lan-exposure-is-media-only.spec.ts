import { all, control, every, none, saw } from '#harness'

control(
  'Only media workloads answer on the LAN',
  {
    statement: 'ZT-55',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'AC-4', 'CM-7', 'CA-8', 'CIS-4.4', 'CIS-13.4'],
    remedy:
      'Bind the service to its tailnet address, or drop its port on the LAN interface; a port that has to be open for management goes into network.lanManagement with the reason.',
  },
  ({ host, hosts, vantage, need, inventory }) => {
    const { lanExposed, lanManagement } = need('network')
    const seen = vantage('lan').openPorts
    const isDeclared = (x: { host?: string; port: number; protocol: string }) =>
      [...lanExposed, ...lanManagement].some(
        (open) => open.host === x.host && open.port === x.port && open.protocol === x.protocol,
      )
    // Every address on the LAN interface is on the LAN, IPv6 and link-local too: who listens there and was not scanned is unknown.
    const unseen = hosts().flatMap(({ name, address }) => {
      const { addresses, listeners } = host(name)
      const { device } = addresses.find((x) => x.address === address) ?? {}
      return addresses
        .filter((x) => x.device === device || device === undefined)
        .filter((x) => !seen.scanned.some((y) => y.address.split('%')[0] === x.address))
        .flatMap((x) => {
          const wild = x.family === 6 ? ['*', '::'] : ['*', '0.0.0.0']
          return listeners
            .filter((y) => y.protocol === 'tcp' && [...wild, x.address].includes(y.address))
            .map(({ port }) => ({ host: name, port, protocol: 'tcp', address: x.address }))
        })
    })
    const [first] = unseen.filter((x) => !isDeclared(x))
    all(
      () =>
        none(
          {
            items: seen.items,
            complete: seen.complete && first === undefined,
            because:
              seen.because ??
              `${first?.host} listens on port ${first?.port} of ${first?.address}, which was not scanned: name the address under alsoAt`,
          },
          'answers on the LAN, and nobody declared it',
          (port) => !isDeclared(port),
        ),
      () =>
        every(lanExposed, 'belongs to a media workload', (open) =>
          inventory.services.some(
            ({ role, host: at, ports }) =>
              role === 'media' && at === open.host && ports.includes(open.port),
          ),
        ),
      () =>
        every(
          lanExposed.filter(({ protocol }) => protocol === 'tcp'),
          'answers on the LAN',
          (open) => saw(seen, (port) => port.host === open.host && port.port === open.port),
        ),
    )
  },
)
