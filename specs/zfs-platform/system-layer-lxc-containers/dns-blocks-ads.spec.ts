import { all, control, every } from '#harness'

control(
  'A name of a list is answered with nowhere, to every machine that asks',
  {
    statement: 'ZF-46',
    impact: 'high',
    kind: 'configuration',
    standards: ['SC-20', 'SC-7', 'CIS-9.2'],
    remedy:
      'Look for the name under Filters > Custom rules and for the client under Client settings: an exception of either lets it through.',
  },
  ({ host, hosts, need }) => {
    const { blocked, servers } = need('dns')
    const { filteredFor, isKept } = host(servers[0] ?? '').adguard.log
    const machines = hosts('compute')
    // Nowhere, and not "no such name": that would also be the answer for a name that is gone.
    const asked = machines.flatMap(({ name }) =>
      host(name)
        .nameAnswers.filter(
          (one) => one.name === blocked && one.server === '192.168.0.11' && one.type !== 'HTTPS',
        )
        .map((one) => ({ from: name, ...one })),
    )

    all(
      () =>
        every(
          asked,
          'is answered with nowhere',
          ({ status, values }) =>
            status === 'NOERROR' &&
            values.length > 0 &&
            values.every((value) => ['0.0.0.0', '::'].includes(value)),
        ),
      () =>
        every(
          machines.map(({ name, address }) => ({ name, address, isKept })),
          'is in the log as filtered by a list',
          ({ address }) => isKept && filteredFor.includes(address),
        ),
    )
  },
)
