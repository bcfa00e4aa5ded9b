import { ageWhenSeen, all, control, that } from '#harness'

control(
  'A request of ours is in the central audit trail, and the trail keeps up with the API server',
  {
    statement: 'TG-53',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-6', 'AU-12', 'CIS-8.9'],
    remedy:
      'Follow a record: the file on the control plane (`talosctl list -l /var/log/audit/kube`), the shipper on that node, its rules that drop records, the stream in Loki (kubernetes.auditLog). After the first run ever, run again.',
  },
  (views) => {
    const { isRecent, lab, parameter } = views
    const { canary, newestAt } = lab.auditTrail
    all(
      () => {
        const lag = newestAt === undefined ? undefined : ageWhenSeen(views, 'auditTrail', newestAt)
        that(
          lag !== undefined && lag <= parameter.seconds('p.audit.lag') && lag >= -60,
          'the newest record arrived just now',
          { newestAt },
        )
      },
      () => {
        const { path, status } = lab.auditCanary
        that(status === 404, 'our request was answered as it should be', { path, status })
        that(
          canary?.uri === path &&
            canary.status === status &&
            canary.verb === 'get' &&
            isRecent(canary.at, parameter.seconds('p.audit.canary_max_age')),
          'our request is in the trail',
          { path, canary },
        )
      },
    )
  },
)
