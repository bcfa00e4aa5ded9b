import { control, every, the } from '#harness'

control(
  'Every application sends its logs to the central store',
  {
    statement: 'TG-53',
    impact: 'medium',
    kind: 'observability',
    standards: ['AU-6', 'AU-12', 'CIS-8.9'],
    remedy:
      'Look at the shipper of its node (`kubectl -n monitoring logs ds/alloy`): a rule may drop the namespace, or Loki may refuse its streams.',
  },
  ({ isRecent, lab, need, parameter }) => {
    const longest = parameter.seconds('p.logs.max_silence')
    every(need('kubernetes').applications, 'sent a line lately', ({ namespace }) => {
      const { newestAt } = the(
        lab.applicationLogs,
        `log of ${namespace}`,
        (one) => one.namespace === namespace,
      )
      return newestAt !== undefined && isRecent(newestAt, longest)
    })
  },
)
