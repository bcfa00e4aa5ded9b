import { all, control, doneWithin, lastDrill, measured, that } from '#harness'

control(
  'An image can be built and run on Lyra, and leaves nothing behind',
  {
    statement: 'FR-18',
    impact: 'medium',
    strength: 'target',
    kind: 'configuration',
    standards: ['CM-6', 'SA-15'],
    remedy:
      'Run `plumb drill build-smoke` on Lyra and commit its record; see `docker buildx ls` for a builder elsewhere, and `docker system df` for what was left.',
  },
  ({ ageSeconds, host, lab, need, parameter }) => {
    const longest = parameter.seconds('p.drill.smoke_max_age')
    const record = lastDrill({ ageSeconds, lab }, 'build-smoke')
    const build = measured(record, 'build')
    const { host: dev } = need('development')
    all(
      () => doneWithin(record, ageSeconds(record.endedAt), longest),
      () => that(build.host === dev, 'it was done on the machine of development', build),
      () =>
        that(/^docker(-container)?$/.test(build.builder), 'the builder is on that machine', build),
      // A layer from a cache answers although nothing can be built.
      () =>
        that(
          build.sawNonce && build.status === 0,
          'what was made for this run came out of it',
          build,
        ),
      () => that(build.leftovers === 0, 'nothing was left', build),
      () => that(host(dev).dockerInfo.version !== '', 'the engine answers', { host: dev }),
    )
  },
)
