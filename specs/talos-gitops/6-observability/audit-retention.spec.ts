import { all, control, that, the } from '#harness'

control(
  'Audit records are kept for as long as was agreed',
  {
    statement: 'TG-157',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['AU-11', 'CIS-8.10'],
    remedy:
      'Set `limits_config.retention_period` and `compactor.retention_enabled` of Loki, and no shorter one for the stream or in the bucket behind it.',
  },
  ({ ageSeconds, lab, parameter }) => {
    const agreed = parameter.seconds('p.audit.retention')
    const { deletes, keptSeconds } = lab.logStore
    const { hoursAgo, records } = lab.auditTrail.old
    const { createdAt } = the(
      lab.kubeNamespaces,
      'namespace kube-system',
      ({ name }) => name === 'kube-system',
    )
    const isOlder = ageSeconds(createdAt) > (hoursAgo + 24) * 3600
    all(
      () =>
        that(keptSeconds >= agreed || !deletes, 'it is long enough by its settings', {
          keptSeconds,
          deletes,
        }),
      () =>
        that(records > 0 || !isOlder, 'records of long ago are still there', { hoursAgo, records }),
    )
  },
)
