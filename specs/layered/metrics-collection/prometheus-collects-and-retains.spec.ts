import { all, control, none, that } from '#harness'
import { hostOf } from '../lookers.ts'

control(
  'Prometheus is ready, runs with its configuration, and remembers far enough back',
  {
    statement: 'LA-47',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'AU-4', 'AU-11', 'CIS-8.10'],
    remedy:
      'Mend the configuration (`promtool check config`) and reload; set --storage.tsdb.retention.time, on a disk that stays.',
  },
  ({ host, inventory, lab, parameter }) => {
    const { isReady, isConfigLoaded, retention, storagePath } = lab.prometheusRuntime
    const { samplesThen, samplesNow, ago } = lab.prometheusHistory
    const [, amount = '0', of = ''] = /^(\d+)([hdwy])/.exec(retention) ?? []
    const seconds = { h: 3600, d: 86_400, w: 604_800, y: 31_536_000 }[of] ?? 0
    const below = host(hostOf({ inventory }, 'prometheus')).mounts.filter(
      ({ path }) => path === '/' || storagePath === path || storagePath.startsWith(`${path}/`),
    )

    all(
      () =>
        that(isReady && isConfigLoaded, 'it is ready, and took its configuration over', {
          isReady,
          isConfigLoaded,
        }),
      () =>
        that(
          Number(amount) * seconds >= parameter.seconds('p.metrics.retention'),
          'it keeps samples long enough',
          { retention },
        ),
      () => that(samplesNow > 0, 'it measures itself', { samplesNow }),
      () => that(samplesThen > 0, 'it has samples of that long ago', { samplesThen, ago }),
      () =>
        none(
          below.map(({ path, fstype }) => ({ path, fstype })),
          'loses them at the next boot',
          ({ path, fstype }) =>
            (path !== '/' || below.length === 1) && /^(tmpfs|ramfs|overlay)$/.test(fstype),
        ),
    )
  },
)
