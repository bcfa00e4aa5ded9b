import { all, control, every } from '#harness'

control(
  'Names of the internet and of the lab resolve at once, for every machine that asks',
  {
    statement: 'ZF-46',
    impact: 'high',
    kind: 'configuration',
    standards: ['SC-22', 'SC-5'],
    remedy:
      'See Settings > DNS settings > Test upstreams in AdGuard Home, and its rewrites for the names of the lab.',
  },
  ({ host, hosts, need }) => {
    const { control: known, local } = need('dns')
    const asked = hosts('compute').flatMap(({ name }) =>
      host(name)
        .nameAnswers.filter((one) => one.server === '192.168.0.11')
        .map((one) => ({ from: name, ...one })),
    )

    all(
      () =>
        every(
          asked.filter((one) => one.name === known),
          'resolves within a second',
          ({ status, values, tookMs = 9999 }) =>
            status === 'NOERROR' &&
            values.some((value) => !['0.0.0.0', '::'].includes(value)) &&
            tookMs < 1000,
        ),
      () =>
        every(
          asked.filter((one) => one.name in local),
          'has the address that the lab gives it',
          ({ name, status, values }) =>
            status === 'NOERROR' && values.length === 1 && values[0] === local[name],
        ),
    )
  },
)
