import { all, control, every, isDeclared, none, saw } from '#harness'

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
    const { openPorts } = vantage('lan')
    const declared = [...lanExposed, ...lanManagement]
    // All addresses of the LAN interface are on the LAN, IPv6 and link-local too. Who listens on one that was not scanned is unknown.
    const unseen = () =>
      hosts().flatMap(({ name, address }) => {
        const { addresses, listeners } = host(name)
        const device = addresses.find((x) => x.address === address)?.device
        const scanned = openPorts.scanned.map((x) => x.address.split('%')[0])
        return addresses
          .filter((x) => (device ?? x.device) === x.device && !scanned.includes(x.address))
          .flatMap((x) => {
            const heard = [x.address, '*', x.family === 6 ? '::' : '0.0.0.0']
            return listeners
              .filter((y) => y.protocol === 'tcp' && heard.includes(y.address))
              .filter(({ port }) => !isDeclared({ host: name, port, protocol: 'tcp' }, declared))
              .map(({ port }) => `${name} listens on ${x.address} port ${port}`)
          })
      })
    all(
      () =>
        none(
          openPorts,
          'answers on the LAN, and nobody declared it',
          (port) => port.host === undefined || !isDeclared(port, declared),
        ),
      () => {
        const [first] = unseen()
        const because = `${first}, an address that was not scanned: name it under alsoAt`
        none({ items: [], complete: !first, because }, 'answers where nobody looked', () => true)
      },
      () => {
        const unvisited = inventory.guests.filter(
          ({ vmid }) => !inventory.hosts.some((x) => x.vmid === vmid),
        )
        const because = `nobody scanned ${unvisited.map(({ name }) => name).join(', ')}: add it to hosts`
        none({ items: [], complete: unvisited.length === 0, because }, 'answers there', () => true)
      },
      () =>
        every(lanExposed, 'belongs to a media workload', (open) =>
          inventory.services.some(
            (x) => x.role === 'media' && x.host === open.host && x.ports.includes(open.port),
          ),
        ),
      () =>
        every(
          lanExposed.filter(({ protocol }) => protocol === 'tcp'),
          'answers on the LAN',
          (open) => saw(openPorts, (port) => isDeclared(port, [open])),
        ),
    )
  },
)
