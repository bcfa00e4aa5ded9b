import { all, control, doneWithin, lastDrill, measured, none, unharmed } from '#harness'

control(
  'With Lyra gone, no service notices',
  {
    statement: 'FR-21',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-2', 'CP-4', 'SC-2'],
    remedy:
      'Run `plumb drill lyra-loss` and commit its record; what failed in it has an upstream, a name or a mount on Lyra.',
  },
  ({ ageSeconds, hosts, inventory, lab, need, parameter }) => {
    const record = lastDrill({ ageSeconds, lab }, 'lyra-loss')
    const found = measured(record, 'isolation')
    const taken = [need('development').host]
    const services = inventory.services
      .filter(
        (it) =>
          it.host !== need('development').host &&
          hosts().some(({ name, role }) => name === it.host && role !== 'storage'),
      )
      .map(({ name }) => name)
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), parameter.seconds('p.drill.max_age')),
      () => unharmed(found, { taken, services, slowest: parameter.number('p.drill.max_slowdown') }),
      () => none(found.alerts, 'was reported beside Lyra itself', (it) => !taken.includes(it)),
    )
  },
)
