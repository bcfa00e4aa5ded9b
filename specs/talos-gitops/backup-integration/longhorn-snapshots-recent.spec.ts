import { control, every } from '#harness'
import { wholly } from '../looks.ts'

control(
  'Each volume has a recent snapshot that can be used',
  {
    statement: 'TG-67',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9'],
    remedy: 'See the log of the recurring job; let jobs run for detached volumes too.',
  },
  ({ isRecent, lab, parameter }) => {
    const exempt = parameter.words('p.longhorn.snapshot_exempt')
    const newestOf = (volume: string) =>
      lab.longhornSnapshots.items
        .filter(
          (one) => one.volume === volume && one.isReady && one.isWanted && one.error === undefined,
        )
        .map(({ at }) => at ?? '')
        .sort()
        .at(-1) ?? 'never'
    every(
      {
        ...wholly(lab.longhornSnapshots, lab.longhornVolumes),
        items: lab.longhornVolumes.items
          .filter(({ claim }) => !exempt.includes(claim ?? ''))
          .map(({ claim, name }) => ({ name, claim, newest: newestOf(name) })),
      },
      'has one',
      ({ newest }) =>
        newest !== 'never' &&
        newest !== '' &&
        isRecent(newest, parameter.seconds('p.longhorn.snapshot_max_age')),
    )
  },
)
