import { all, control, every, none, same } from '#harness'

control(
  'Each structural choice has a record of what else was possible and what follows',
  {
    statement: 'ZT-04',
    impact: 'low',
    kind: 'documentation',
    standards: ['PL-8', 'SA-5', 'SA-8'],
    remedy:
      'In docs/decisions/design-decisions.md give the choice a heading `## name: …` with `- Status:`, `- Date:`, `- Concerns:`, Alternatives and Consequences; one that no longer holds gets `- Status: superseded by <name>`.',
  },
  ({ inventory, lab, parameter }) => {
    const required = parameter.words('p.docs.required_decisions')
    const decisions = lab.designDecisions
    const inForce = decisions.filter(({ status }) => status === 'accepted')
    const known = [...inventory.hosts, ...inventory.guests, ...inventory.services].map(
      ({ name }) => name,
    )
    all(
      () =>
        same(
          decisions.map(({ name }) => name).filter((name) => required.includes(name)),
          required,
          'choices with a record',
        ),
      () =>
        every(
          decisions.map(({ name, words }) => ({ name, words })),
          'names alternatives and consequences in sentences',
          ({ words: { alternatives = 0, consequences = 0 } }) =>
            alternatives >= 8 && consequences >= 8,
        ),
      () =>
        every(
          decisions.map(({ name, status, supersededBy, decidedOn }) => ({
            name,
            status,
            supersededBy,
            decidedOn,
          })),
          'says since when it holds, or which one took its place',
          ({ status, supersededBy, decidedOn }) =>
            decidedOn !== undefined &&
            (status === 'accepted' ||
              (status === 'superseded' && decisions.some(({ name }) => name === supersededBy))),
        ),
      () =>
        none(
          inForce.flatMap(({ name, concerns }) => concerns.map((concern) => ({ name, concern }))),
          'is about something that is no longer there',
          ({ concern }) => !known.includes(concern),
        ),
    )
  },
)
