import { all, control, doneWithin, lastDrill, measured, that, unharmed } from '#harness'

control(
  'With Rhea gone, development and runtime go on as ever',
  {
    statement: 'FR-36',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-2', 'CP-4', 'SC-32'],
    remedy:
      'Run `plumb drill rhea-loss` and commit its record; what failed in it mounts, resolves or fetches something at Rhea.',
  },
  ({ ageSeconds, hosts, inventory, lab, need, parameter }) => {
    const record = lastDrill({ ageSeconds, lab }, 'rhea-loss')
    const found = measured(record, 'isolation')
    const taken = hosts('storage').map(({ name }) => name)
    const services = inventory.services
      .filter((it) => !taken.includes(it.host))
      .map(({ name }) => name)
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), parameter.seconds('p.drill.max_age')),
      () => unharmed(found, { taken, services, slowest: parameter.number('p.drill.max_slowdown') }),
      () =>
        that(found.stuckProcesses === 0, 'nothing hung on a mount of it', {
          stuckProcesses: found.stuckProcesses,
        }),
      () => {
        const build = measured(record, 'build')
        that(
          build.host === need('development').host && build.status === 0 && build.sawNonce,
          'Lyra built and ran an image meanwhile',
          build,
        )
      },
    )
  },
)
