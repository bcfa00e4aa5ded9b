import { all, control, every, isDeclared, none } from '#harness'

control(
  'The router forwards nothing from the internet and lets nothing in',
  {
    statement: 'ZT-49',
    impact: 'critical',
    kind: 'exposure',
    standards: ['SC-7(5)', 'CM-7', 'CM-6', 'AC-4', 'CIS-12.2', 'CIS-4.4'],
    remedy:
      'Remove the rule (`nft -a list ruleset` shows its handle) and what loads it; deny by default on input and forward, for IPv4 and IPv6.',
  },
  ({ host, hosts, need }) => {
    const { wanAllowed, wanIpv4, egress } = need('network')
    const sides = ['input', 'forward'].flatMap((hook) => [4, 6].map((family) => ({ hook, family })))
    const routers = hosts('router').map(({ name }) => name)
    all(
      ...routers.flatMap((name) => [
        () =>
          none(
            host(name).routerRules.ways,
            'forwards what comes from the internet, or lets it in',
            (way) => way.action === 'forward' || !isDeclared(way, wanAllowed),
          ),
        () =>
          every(sides, 'is denied by default', ({ hook, family }) =>
            host(name).routerRules.gates.some(
              (x) => x.hook === hook && x.family === family && x.denies,
            ),
          ),
        () =>
          none(
            host(name).addresses,
            'is public on an interface without a default route, whose rules were not followed',
            ({ isPublic, device }) => isPublic && !host(name).routerRules.wan.includes(device),
          ),
      ]),
      () =>
        none(
          egress === 'router' ? wanIpv4 : [],
          'is on no router of ours: another one stands before it, and may forward',
          (wan) =>
            !routers.some((name) => host(name).addresses.some(({ address }) => address === wan)),
        ),
    )
  },
)
