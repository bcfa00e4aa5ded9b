import { all, control, every, none } from '#harness'

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
    const families = [4, 6]
    const sides = ['input', 'forward'].flatMap((hook) =>
      families.map((family) => ({ hook, family })),
    )
    const isAllowed = (port: number, protocol?: string) =>
      wanAllowed.some((open) => open.port === port && open.protocol === protocol)
    all(
      ...hosts('router').map(({ name }) => () => {
        const { routerRules: rules, addresses } = host(name)
        all(
          () =>
            none(
              rules.entries,
              'forwards what comes from the internet',
              ({ action }) => action === 'forward',
            ),
          () =>
            none(
              rules.entries,
              'lets the internet in',
              ({ only, protocol, ports }) =>
                only === undefined && !ports?.every((port) => isAllowed(port, protocol)),
            ),
          () =>
            every(sides, 'is denied by default', ({ hook, family }) =>
              rules.gates.some((x) => x.hook === hook && x.family === family && x.denies),
            ),
          () =>
            none(
              addresses.filter(({ isPublic }) => isPublic),
              'is public on an interface without a default route, whose rules were not followed',
              ({ device }) => !rules.wan.includes(device),
            ),
        )
      }),
      () =>
        none(
          egress === 'router' ? wanIpv4 : [],
          'is not on a router of ours: another one stands before it, and may forward',
          (wan) =>
            !hosts('router').some(({ name }) =>
              host(name).addresses.some(({ address }) => address === wan),
            ),
        ),
    )
  },
)
