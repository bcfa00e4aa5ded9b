import { all, control, doneWithin, lastDrill, measured, unharmed } from '#harness'

control(
  'With monitoring gone, the core services answer as fast as ever',
  {
    statement: 'FR-48',
    impact: 'medium',
    kind: 'recovery',
    standards: ['CP-2', 'SI-13'],
    remedy:
      'Run `plumb drill monitoring-outage` and commit its record; take a blocking log driver or health gate towards monitoring out of what failed.',
  },
  ({ ageSeconds, hosts, inventory, lab, parameter }) => {
    const record = lastDrill({ ageSeconds, lab }, 'monitoring-outage')
    const found = measured(record, 'isolation')
    const taken = hosts('monitoring').map(({ name }) => name)
    const services = inventory.services
      .filter(
        (it) =>
          !taken.includes(it.host) &&
          hosts().some(({ name, role }) => name === it.host && role !== 'storage'),
      )
      .map(({ name }) => name)
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), parameter.seconds('p.drill.max_age')),
      () => unharmed(found, { taken, services, slowest: parameter.number('p.drill.max_slowdown') }),
    )
  },
)
