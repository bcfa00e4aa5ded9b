import { all, control, every, that } from '#harness'

control(
  'Load and services are spread over the machines that there are',
  {
    statement: 'LA-76',
    impact: 'low',
    strength: 'optional',
    kind: 'topology',
    standards: ['SC-5(2)', 'CP-2(2)', 'SC-6'],
    remedy:
      'Move guests to the other node (`qm migrate`, `pct migrate`), and give clients both servers in turn.',
    subject: 'scale-out',
  },
  ({ host, lab, need, parameter }) => {
    const nodes = lab.proxmoxNodes.map(({ node }) => ({
      node,
      guests: lab.guests.items.filter((it) => it.node === node && !it.isTemplate).length,
    }))
    const running = nodes.reduce((sum, { guests }) => sum + guests, 0)
    const queries = need('dns').servers.map((name) => ({
      host: name,
      queries: host(name).pihole.queries,
    }))
    const total = queries.reduce((sum, it) => sum + it.queries, 0)

    all(
      () =>
        every(
          { ...lab.guests, items: nodes },
          'holds its share of guests, and not more',
          ({ guests }) => guests / running <= parameter.number('p.scale.max_concentration'),
        ),
      () => that(nodes.length >= 2, 'there is more than one machine', nodes),
      () =>
        every(
          queries,
          'takes its share of requests',
          ({ queries: own }) => total > 0 && own / total >= parameter.number('p.scale.min_share'),
        ),
    )
  },
)
