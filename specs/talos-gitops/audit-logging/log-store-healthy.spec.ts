import { all, control, that } from '#harness'

control(
  'The central log store is ready, and takes lines in',
  {
    statement: 'TG-53',
    impact: 'medium',
    kind: 'observability',
    standards: ['AU-5', 'AU-9'],
    remedy:
      'Ask it: `/ready` says which part is not; then look at the disk of its claim, and at `loki_discarded_samples_total` for lines that it refuses.',
  },
  ({ lab }) => {
    const { lately, ready } = lab.logStore
    all(
      () => that(ready.status === 200 && ready.isReady, 'it is ready', ready),
      () => that(lately > 0, 'it took lines in during the last minutes', { lately }),
    )
  },
)
