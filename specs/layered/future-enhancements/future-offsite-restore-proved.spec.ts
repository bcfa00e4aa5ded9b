import { all, control, every, that, the } from '#harness'
import { newestDrill } from '../drills.ts'

control(
  'With the cloud copy and keys from outside alone, everything came back',
  {
    statement: 'LA-90',
    impact: 'high',
    strength: 'future',
    kind: 'backup',
    standards: ['CP-6', 'CP-9(1)', 'CP-10', 'CIS-11.4', 'CIS-11.5'],
    remedy:
      'Run `plumb drill site-loss` on a machine that cannot reach the lab, with keys that are kept elsewhere, and commit its record.',
    subject: 'offsite-backup',
  },
  (views) => {
    const { need } = views
    const { datasets, repositories } = need('backup')
    const clouds = repositories.filter(({ rank }) => rank === 'cloud').map(({ name }) => name)
    const kept = datasets.filter(({ recreatable }) => recreatable === undefined)
    const { measurements, result } = the(newestDrill(views, 'site-loss'), 'site-loss', () => true)
    const tries = measurements.restores ?? []

    all(
      () => that(result === 'recovered', 'it came to its end', { result }),
      () =>
        every(
          kept.map(({ name }) => ({ data: name })),
          'came back from the cloud',
          ({ data }) => tries.some((it) => it.data === data && clouds.includes(it.location)),
        ),
      () =>
        every(
          tries,
          'came back whole, with keys from outside, without the lab',
          ({ manifestKept, manifestRestored, keysFrom, reachedLab, isUsable }) =>
            manifestKept === manifestRestored && keysFrom === 'outside' && !reachedLab && isUsable,
        ),
    )
  },
)
