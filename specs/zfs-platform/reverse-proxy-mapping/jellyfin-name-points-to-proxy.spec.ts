import { all, control, every, the } from '#harness'

control(
  'The name jellyfin.local leads to the proxy, and nowhere else',
  {
    statement: 'ZF-61',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['SC-20', 'SC-22'],
    remedy:
      'Add a rewrite of jellyfin.local to the address of vm-infra in AdGuard Home; switch off whatever announces the name by multicast DNS.',
  },
  ({ inventory, need, vantage }) => {
    const { address } = the(inventory.hosts, 'proxy', ({ name }) => name === need('gateway').host)

    all(
      ...['lan', 'tailnet'].map((place) => () => {
        // Asked as the machine itself does, so that another way to resolve names is seen too.
        const answers = vantage(place).dnsAnswers.filter(({ name }) => name === 'jellyfin.local')
        every(
          answers.map(({ type, values }) => ({ from: place, type, values })),
          'is the address of the proxy, or says that there is none',
          ({ type, values }) =>
            type === 'A' ? values.length === 1 && values[0] === address : values.length === 0,
        )
      }),
    )
  },
)
