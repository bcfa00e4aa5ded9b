import { all, control, every, that } from '#harness'

control(
  'Names of the lab are answered here, and no upstream has heard of one',
  {
    statement: 'ZF-112',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['SC-20', 'SC-22', 'CIS-4.9'],
    remedy:
      'Add a rewrite for the name, and `||local^$dnsrewrite=NXDOMAIN;;` to the custom rules of AdGuard Home for all that have none; let it resolve private addresses itself.',
  },
  ({ host, need }) => {
    const { local, servers } = need('dns')
    const { rewrites, rules, usesPrivateReverse, log } = host(servers[0] ?? '').adguard

    all(
      () =>
        every(
          Object.entries(local).map(([name, address]) => ({ name, address })),
          'is rewritten to the address that it has',
          ({ name, address }) =>
            rewrites
              .filter((one) => one.name === name)
              .map(({ answer }) => answer)
              .join() === address,
        ),
      () =>
        that(
          rules.some((rule) => /^\|\|local\^\$dnsrewrite=(NXDOMAIN|REFUSED)/.test(rule)),
          'any other name of the suffix is denied here',
          { rules },
        ),
      () =>
        that(usesPrivateReverse, 'private addresses are not asked about outside', {
          usesPrivateReverse,
        }),
      () =>
        that(
          log.isKept && log.internal > 0 && log.forwarded === 0,
          'queries for such names are in the log, and none went to an upstream',
          log,
        ),
    )
  },
)
