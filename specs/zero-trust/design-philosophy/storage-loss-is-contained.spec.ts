import { all, control, every, none, same, that, the } from '#harness'

control(
  'When the storage VM is gone its users fail safely, and return by themselves with it',
  {
    statement: 'ZT-76',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-10', 'SC-24', 'SI-17', 'CP-4'],
    remedy:
      'Run `plumb drill vm102-loss` and commit its record; give mounts `x-systemd.automount` and a timeout, make empty mount points immutable (`chattr +i`), and let health checks look through the mount.',
  },
  ({ ageSeconds, lab, need, parameter }) => {
    const isRecent = (at: string) => ageSeconds(at) <= parameter.seconds('p.drill.max_age')
    const dated = lab.drillRecords
      .filter(({ scenario }) => scenario === 'vm102-loss')
      .map(({ endedAt, file }) => ({ file, endedAt }))
    const items = lab.drillRecords.filter(
      ({ endedAt, scenario }) => scenario === 'vm102-loss' && isRecent(endedAt),
    )
    const because = `${need('recovery').records} holds no record of vm102-loss that is young enough`
    const { file, measurements, result } = the(
      { items: items.slice(-1), complete: false, because },
      because,
      () => true,
    )
    const consumers = measurements.consumers ?? []
    const data = the(
      {
        items: measurements.data ? [measurements.data] : [],
        complete: false,
        because: `${file} took no manifest`,
      },
      'manifest of the data',
      () => true,
    )
    const within = (seconds: number | undefined, name: string) =>
      seconds !== undefined && seconds <= parameter.seconds(name)

    all(
      () => none(dated, 'is dated ahead', ({ endedAt }) => ageSeconds(endedAt) < 0),
      () => that(result === 'recovered', 'the drill ended well', { file }),
      () =>
        same(
          consumers.map(({ host }) => host),
          need('smb').clients,
          'users of the storage in the drill',
        ),
      () =>
        every(
          consumers.map(({ host, leakBytes }) => ({ host, leakBytes })),
          'writes nothing of weight to its own disk',
          ({ leakBytes }) => leakBytes <= parameter.bytes('p.drill.max_leak'),
        ),
      () =>
        every(
          consumers.map(({ detectionSeconds, host }) => ({ host, detectionSeconds })),
          'shows in time that it is unwell',
          ({ detectionSeconds }) => within(detectionSeconds, 'p.drill.detect'),
        ),
      () =>
        every(
          consumers.map(({ host, manualActions, returnSeconds }) => ({
            host,
            returnSeconds,
            manualActions,
          })),
          'is well again in time, without a hand',
          ({ manualActions, returnSeconds }) =>
            within(returnSeconds, 'p.drill.recover') && manualActions === 0,
        ),
      () =>
        every(
          consumers.map(({ host, stuckProcesses }) => ({ host, stuckProcesses })),
          'has no process left hanging',
          ({ stuckProcesses }) => stuckProcesses === 0,
        ),
      () =>
        that(
          data.files > 0 && data.manifestAfter === data.manifestBefore,
          'every file is what it was',
          { file, ...data },
        ),
    )
  },
)
