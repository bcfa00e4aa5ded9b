import { all, control, every, lastDrill, measured, same, that } from '#harness'

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
  ({ ageSeconds, inventory, lab, parameter, hosts, need }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'rhea-loss')
    const found = measured(record, 'isolation')
    const taken = hosts('storage').map(({ name }) => name)
    const watched = inventory.services
      .filter((it) => !taken.includes(it.host))
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
