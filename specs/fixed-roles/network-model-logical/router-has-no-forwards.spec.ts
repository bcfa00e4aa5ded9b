import { all, control, every, isDeclared, none, that } from '#harness'

control(
  'The router forwards nothing inward, and nobody can ask it to',
  {
    statement: 'FR-56',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7', 'CM-7', 'CIS-12.2'],
    remedy:
      'Remove the rule and what loads it (`nft -a list ruleset`), switch off UPnP, NAT-PMP and PCP, and do the same on a router that stands before it.',
  },
  ({ host, hosts, need, vantage }) => {
    const { egress, wanAllowed, wanIpv4 } = need('network')
    // What the router itself may be asked is no permission for what stands behind it.
    const allowedAt = (router: string, hook: string) =>
      wanAllowed.filter((it) => (it.host === router) === (hook === 'input'))
    const routers = hosts('router').map(({ name }) => name)
    all(
      ...routers.flatMap((name) => [
        () =>
          none(
            host(name).routerRules.ways,
            'forwards what comes from the internet, or lets it in',
            (way) => way.action === 'forward' || !isDeclared(way, allowedAt(name, way.hook)),
          ),
        () =>
          every(
            ['input', 'forward'].flatMap((hook) => [4, 6].map((family) => ({ hook, family }))),
            'is denied by default',
            ({ family, hook }) =>
              host(name).routerRules.gates.some(
                (it) => it.hook === hook && it.family === family && it.denies,
              ),
          ),
      ]),
      () => {
        const { natPmp, pcp, ssdp } = vantage('lan').portMapping
        that(ssdp.length === 0 && !natPmp && !pcp, 'nobody on the LAN opens ports on request', {
          ssdp,
          natPmp,
          pcp,
        })
      },
      () =>
        none(
          egress === 'router' ? wanIpv4 : [],
          'is on no router of ours: another one stands before it',
          (wan) =>
            !routers.some((name) => host(name).addresses.some(({ address }) => address === wan)),
        ),
    )
  },
)
