import { all, control, every, none, that, the } from '#harness'

control(
  'From power-on to every service healthy takes a bounded, repeatable time',
  {
    statement: 'ZT-71',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'CP-2(3)', 'CP-4', 'CIS-11.5'],
    remedy:
      'Run `plumb drill host-power-loss --allow proxmox` and commit its record; the record says which service was last. Let the firmware switch on when power returns.',
  },
  ({ ageSeconds, inventory, lab, need, parameter }) => {
    const isRecent = (at: string) => ageSeconds(at) <= parameter.seconds('p.drill.max_age')
    const dated = lab.drillRecords
      .filter(({ scenario }) => scenario === 'host-power-loss')
      .map(({ endedAt, file }) => ({ file, endedAt }))
    const items = lab.drillRecords.filter(
      ({ endedAt, scenario, target }) =>
        scenario === 'host-power-loss' && target !== 'containers' && isRecent(endedAt),
    )
    const because = `${need('recovery').records} holds no record of host-power-loss that is young enough`
    const record = the({ items: items.slice(-1), complete: false, because }, because, () => true)
    const boots = (record.measurements.boots ?? []).map((boot, at) => ({ boot: at + 1, ...boot }))
    const seconds = boots.map(({ healthySeconds }) => healthySeconds)
    const spreadSeconds = Math.max(...seconds) - Math.min(...seconds)
    const longest = parameter.seconds('p.boot.max_time')

    all(
      () => none(dated, 'is dated ahead', ({ endedAt }) => ageSeconds(endedAt) < 0),
      () => that(record.result === 'recovered', 'the drill ended well', { file: record.file }),
      () =>
        that(boots.length >= parameter.number('p.drill.reboots'), 'enough cold starts were made', {
          file: record.file,
          boots: boots.length,
        }),
      () =>
        every(
          boots.map(({ boot, bootIdAfter, bootIdBefore, kind }) => ({
            boot,
            kind,
            bootIdBefore,
            bootIdAfter,
          })),
          'started the host itself, from power off',
          ({ bootIdAfter, bootIdBefore, kind }) => kind === 'cold' && bootIdAfter !== bootIdBefore,
        ),
      () =>
        none(
          boots.map(({ boot, bootIdAfter, bootIdBefore }) => ({ boot, bootIdBefore, bootIdAfter })),
          'is no start of its own, as another began or ended with the same',
          (one) =>
            boots.some(
              ({ boot, bootIdAfter, bootIdBefore }) =>
                boot !== one.boot &&
                (bootIdAfter === one.bootIdAfter || bootIdBefore === one.bootIdBefore),
            ),
        ),
      () =>
        every(
          boots.map(({ boot, healthySeconds, serviceSeconds }) => ({
            boot,
            healthySeconds,
            unseen: inventory.services.filter(({ name }) => serviceSeconds[name] === undefined),
          })),
          `has every service healthy within ${longest} s`,
          ({ healthySeconds, unseen }) => healthySeconds <= longest && unseen.length === 0,
        ),
      () =>
        every(
          boots.map(({ boot, manualActions }) => ({ boot, manualActions })),
          'came up without a hand',
          ({ manualActions }) => manualActions === 0,
        ),
      () =>
        that(
          spreadSeconds <= parameter.seconds('p.boot.max_spread'),
          'the slowest start is about as long as the fastest',
          { file: record.file, seconds, spreadSeconds },
        ),
    )
  },
)
