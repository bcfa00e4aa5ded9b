import { all, control, every, isDeclared, none, that } from '#harness'

control(
  'From the internet no way leads in but Tailscale',
  {
    statement: 'ZF-47',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'AC-17', 'CM-7'],
    remedy:
      'Remove the forward or pass rule from the router, stop the program that dials out, run `tailscale funnel reset`; a port for players needs a decision, and `network.wanAllowed`.',
  },
  ({ host, hosts, inventory, need, vantage }) => {
    const { wanAllowed, wanIpv4, lan } = need('network')
    const unvisited = inventory.guests.filter(
      ({ vmid }) => !inventory.hosts.some((one) => one.vmid === vmid),
    )

    all(
      () =>
        none(
          vantage('internet').openPorts,
          'answers the internet',
          ({ port, protocol }) => !isDeclared({ port, protocol }, wanAllowed),
        ),
      // Who was scanned must be us.
      ...hosts('router').map(({ name }) => () => {
        const held = host(name).addresses.map(({ address }) => address)
        const scanned = vantage('internet').openPorts.scanned.map(({ address }) => address)
        const complete =
          wanIpv4.length > 0 && wanIpv4.every((x) => held.includes(x) && scanned.includes(x))
        const because = 'the public address that was scanned is not that of the router now'
        none({ items: [], complete, because }, 'answers where nobody looked', () => true)
      }),
      ...hosts('router').flatMap(({ name }) => [
        () =>
          none(
            host(name).routerRules.ways,
            'forwards what comes from the internet, or lets it in',
            (way) => way.action === 'forward' || !isDeclared(way, wanAllowed),
          ),
        () =>
          every(['input', 'forward'], 'is denied by default, in both families', (hook) =>
            [4, 6].every((family) =>
              host(name).routerRules.gates.some(
                (gate) => gate.hook === hook && gate.family === family && gate.denies,
              ),
            ),
          ),
      ]),
      () => {
        const { ssdp, natPmp, pcp } = vantage('lan').portMapping
        that(ssdp.length === 0 && !natPmp && !pcp, 'nobody opens ports on request', {
          ssdp,
          natPmp,
          pcp,
        })
      },
      // Public addresses of guests would be reached without any forward.
      ...hosts('service', 'compute', 'hypervisor').flatMap(({ name }) => [
        () =>
          none(
            host(name).addresses.map((one) => ({ host: name, lan, ...one })),
            'is an address that the internet routes',
            ({ isPublic }) => isPublic,
          ),
      ]),
      ...hosts('router', 'service', 'compute', 'hypervisor').map(
        ({ name }) =>
          () =>
            none(host(name).tunnels, 'is a way in by a tunnel', () => true),
      ),
      () =>
        none(
          {
            items: [],
            complete: unvisited.length === 0,
            because: `nobody looked into ${unvisited.map(({ name }) => name).join(', ')}`,
          },
          'hides in a guest',
          () => true,
        ),
      () => none(host('vpn').tailscaleServe.funnels, 'is funnelled from the internet', () => true),
    )
  },
)
