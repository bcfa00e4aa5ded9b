import { all, control, every, that, the } from '#harness'
import { hostOf } from '../lookers.ts'

control(
  'Loki takes lines, has those of long ago, and deletes what is older',
  {
    statement: 'LA-52',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-4', 'AU-9', 'AU-11', 'CIS-8.3', 'CIS-8.10'],
    remedy:
      'Set retention_period and `retention_enabled: true` in the compactor, give it room, and start it.',
  },
  ({ isRecent, host, inventory, lab, parameter }) => {
    const { isReady, retention, deletes, linesThen } = lab.lokiStatus
    const unit: Readonly<Record<string, number>> = { h: 3600, d: 86_400, w: 604_800 }
    const [, amount, of = ''] = /^(\d+)([hdw])(?:0[ms])*$/.exec(retention) ?? []
    const kept = Number(amount) * (unit[of] ?? Number.NaN)
    const newest =
      lab.canaryTrails.sent
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? ''
    const { source: store } = the(
      lab.grafana.dataSources,
      'Loki behind Grafana',
      ({ type }) => type === 'loki',
    ) && { source: 'loki' }

    all(
      () => that(isReady && store === 'loki', 'it is ready, and behind Grafana', { isReady }),
      () =>
        that(
          kept >= parameter.seconds('p.logs.retention') && deletes,
          'it keeps lines long enough, and not for ever',
          { retention, deletes },
        ),
      () =>
        that(linesThen > 0, 'lines of that long ago are there', {
          linesThen,
          ago: parameter.text('p.logs.retention'),
        }),
      () =>
        that(
          newest !== '' && isRecent(newest, 3600),
          'a line that was written lately can be read',
          { newest },
        ),
      () =>
        every(
          host(hostOf({ inventory }, 'loki')).diskSpace.map(({ path, bytes, availableBytes }) => ({
            path,
            bytes,
            availableBytes,
          })),
          'has room for more',
          ({ bytes, availableBytes }) =>
            1 - availableBytes / bytes <= parameter.number('p.storage.max_use'),
        ),
    )
  },
)
