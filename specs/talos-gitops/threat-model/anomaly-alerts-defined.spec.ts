import { control } from '#harness'
import { watched } from '../alert-rules.ts'

control(
  'Alert rules watch the audit logs for what is unusual, over series that there are',
  {
    statement: 'TG-210',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['SI-4', 'AU-6'],
    remedy:
      'Load the rules of p.alerts.audit into Prometheus, and let Loki record the series that they look at.',
  },
  (views) => watched(views, views.parameter.words('p.alerts.audit')),
)
