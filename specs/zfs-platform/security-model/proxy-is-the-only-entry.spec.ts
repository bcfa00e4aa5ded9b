import { all, control, every, isDeclared, none, saw } from '#harness'
import { overlaps } from './ways.ts'

control(
  'Web services are reached through the proxy, and no port leads around it',
  {
    statement: 'ZF-113',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'AC-4', 'CIS-4.4', 'CIS-12.2'],
    remedy:
      'Publish the port of the container to 127.0.0.1 or not at all, or drop it at the firewall of the guest; what has to be open is declared under `network.lanExposed` with its reason.',
  },
  ({ host, hosts, need, vantage }) => {
    const { lan, lanExposed, lanManagement } = need('network')
    const { host: proxy } = need('gateway')
    const machines = hosts('compute', 'service')
    const scanned = vantage('lan').openPorts.scanned.map(({ address }) => address.split('%')[0])
    const own = machines.flatMap(({ name, address }) => {
      const { addresses } = host(name)
      const { device } = addresses.find((one) => one.address === address) ?? {}
      return addresses
        .filter(
          (one) =>
            (one.device === device && one.scope !== 'link') ||
            (one.family === 4 && overlaps(one.address, lan)),
        )
        .map((one) => ({ host: name, address: one.address }))
    })

    all(
      () =>
        none(
          vantage('lan').openPorts,
          'answers in the LAN, and nobody declared it',
          (port) => port.host === undefined || !isDeclared(port, [...lanExposed, ...lanManagement]),
        ),
      () =>
        none(
          vantage('tailnet').openPorts,
          'answers in the tailnet, and nobody declared it',
          (port) => port.host === undefined || !isDeclared(port, lanExposed),
        ),
      () =>
        every(own, 'is an address that was scanned', ({ address }) => scanned.includes(address)),
      () =>
        every([80, 443], 'is where the proxy answers', (port) =>
          saw(vantage('lan').openPorts, (open) => open.host === proxy && open.port === port),
        ),
    )
  },
)
