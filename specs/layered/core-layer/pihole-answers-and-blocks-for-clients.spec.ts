import { all, control, every } from '#harness'

control(
  'Every VLAN gets right names, and nothing for those that are blocked',
  {
    statement: 'LA-40',
    impact: 'high',
    kind: 'observability',
    standards: ['SC-20', 'SC-21', 'SC-22', 'SI-3', 'CIS-9.2'],
    remedy:
      'See what the server says itself (`dig @127.0.0.1`), correct local records and lists, and let the VLAN reach port 53.',
  },
  ({ host, inventory, need, parameter }) => {
    const { blocked, control: known, local, foreign } = need('dns')
    const { vlans } = need('segments')
    const longest = parameter.seconds('p.dns.max_latency') * 1000
    const lookers = inventory.vantages.filter(({ name }) => vlans.some((it) => it.name === name))
    const answers = lookers.flatMap(({ name, from }) =>
      host(from)
        .nameAnswers.filter(({ server }) => server !== foreign)
        .map((it) => ({ from: name, ...it })),
    )
    const isNothing = (value: string) => value === '0.0.0.0' || value === '::'

    all(
      () =>
        every(
          lookers.map(({ name }) => ({ vlan: name })),
          'is a VLAN that asked',
          (it) => answers.some(({ from }) => from === it.vlan),
        ),
      () =>
        every(
          answers.filter(({ name }) => name in local),
          'is answered with the address of the lab',
          ({ name, status, values }) => status === 'NOERROR' && values.join() === local[name],
        ),
      () =>
        every(
          answers.filter(({ name }) => name === known),
          'is resolved',
          ({ status, values }) =>
            status === 'NOERROR' && values.length > 0 && !values.some(isNothing),
        ),
      () =>
        every(
          answers.filter(({ name }) => name === blocked),
          'is blocked',
          ({ status, type, values }) =>
            (status === 'NXDOMAIN' && values.length === 0) ||
            (status === 'NOERROR' &&
              (type === 'HTTPS'
                ? values.length === 0
                : values.length > 0 && values.every(isNothing))),
        ),
      () =>
        every(
          answers,
          'is answered in time',
          ({ tookMs = Number.POSITIVE_INFINITY }) => tookMs <= longest,
        ),
    )
  },
)
