import { all, control, doneWithin, every, lastDrill, measured, same, unharmed } from '#harness'

control(
  'With Nova gone, no service notices, and every machine can still be administered',
  {
    statement: 'FR-31',
    impact: 'medium',
    kind: 'recovery',
    standards: ['CP-2', 'CP-4'],
    remedy:
      'Run `plumb drill nova-loss` and commit its record; what failed in it depends on Nova, and a machine without another way in needs one.',
  },
  ({ ageSeconds, hosts, inventory, lab, need, parameter }) => {
    const record = lastDrill({ ageSeconds, lab }, 'nova-loss')
    const found = measured(record, 'isolation')
    const taken = [need('access').host]
    const services = inventory.services
      .filter(
        (it) =>
          it.host !== need('access').host &&
          hosts().some(({ name, role }) => name === it.host && role !== 'storage'),
      )
      .map(({ name }) => name)
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), parameter.seconds('p.drill.max_age')),
      () => unharmed(found, { taken, services, slowest: parameter.number('p.drill.max_slowdown') }),
      () =>
        every(
          found.logins,
          'lets an administrator in by another way',
          ({ from, seconds, status }) =>
            status === 0 &&
            !taken.includes(from) &&
            seconds <= parameter.seconds('p.access.max_login'),
        ),
      () =>
        same(
          [...new Set(found.logins.map(({ to }) => to))],
          need('machines')
            .map((it) => it.host)
            .filter((it) => !taken.includes(it)),
          'machines that were logged in to meanwhile',
        ),
    )
  },
)
