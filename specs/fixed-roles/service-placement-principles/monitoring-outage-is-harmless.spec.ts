import { all, control, every, lastDrill, measured, same, that } from '#harness'

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
  ({ ageSeconds, inventory, lab, parameter, hosts }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'monitoring-outage')
    const found = measured(record, 'isolation')
    const taken = hosts('monitoring').map(({ name }) => name)
    const watched = inventory.services
      .filter(
        (it) =>
          !taken.includes(it.host) &&
          hosts().some(({ name, role }) => name === it.host && role !== 'storage'),
      )
      .map(({ name }) => name)
    const slowest = parameter.number('p.drill.max_slowdown')
    all(
      () =>
        that(ageSeconds(record.endedAt) <= longest, 'it was done within the drill period', {
          file: record.file,
        }),
      () => that(record.result === 'recovered', 'it ended as it began', { file: record.file }),
      () => same(found.taken, taken, 'what was taken away'),
      // Nothing was injected where it had been silent before, or answered on.
      () =>
        that(
          found.reachedBefore.length >= 2 && found.silentFrom.length >= 2,
          'it answered before, and no longer did, from two places',
          { reachedBefore: found.reachedBefore, silentFrom: found.silentFrom },
        ),
      () =>
        that(
          found.heldSeconds > found.longestTimeoutSeconds,
          'it was gone for longer than anybody waits',
          { held: found.heldSeconds, longest: found.longestTimeoutSeconds },
        ),
      () =>
        same(
          found.services.map(({ service }) => service),
          watched,
          'services that were watched',
        ),
      () =>
        every(
          found.services,
          'answered every time',
          ({ failures, probes }) => probes > 0 && failures === 0,
        ),
      () =>
        every(
          found.services,
          'answered about as fast as ever',
          ({ slowestMs, usualMs }) => slowestMs <= Math.max(usualMs, 50) * slowest,
        ),
    )
  },
)
