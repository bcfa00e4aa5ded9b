import { all, control, every, same } from '#harness'

control(
  'The exposure diagram draws what can be reached from where, no more and no less',
  {
    statement: 'ZT-03',
    impact: 'high',
    kind: 'documentation',
    standards: ['PL-8', 'CA-9', 'SC-7', 'CIS-12.4'],
    remedy:
      'Correct docs/architecture/exposure-diagram.md, or close what it does not draw: an arrow from a vantage to each service that answers it.',
  },
  ({ inventory, lab, vantage }) => {
    const ways = lab.exposureDiagram
    const measured = (from: string) => {
      const { items, ...look } = vantage(from).openPorts
      const answering = inventory.services.filter(({ host, ports }) =>
        items.some(
          (open) => open.protocol === 'tcp' && open.host === host && ports.includes(open.port),
        ),
      )
      return { ...look, items: answering.map(({ name }) => `${from} → ${name}`) }
    }

    all(
      () => every(inventory.vantages, 'is looked from', ({ name }) => name !== ''),
      ...inventory.vantages.map(({ name }) => () => {
        const drawn = ways.filter((way) => way.vantage === name)
        same(
          measured(name),
          drawn.map(({ service }) => `${name} → ${service}`),
          'ways into the lab',
        )
      }),
    )
  },
)
