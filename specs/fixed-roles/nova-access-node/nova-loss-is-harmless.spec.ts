import { all, control, every, lastDrill, measured, same, that } from '#harness'

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
  ({ ageSeconds, inventory, lab, parameter, hosts, need }) => {
    const longest = parameter.seconds('p.drill.max_age')
    const record = lastDrill({ ageSeconds, lab }, 'nova-loss')
    const found = measured(record, 'isolation')
    const taken = [need('access').host]
    const watched = inventory.services
      .filter(
        (it) =>
          it.host !== need('access').host &&
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
