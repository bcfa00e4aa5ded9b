import { all, control, that } from '#harness'
import { watched } from '../alert-rules.ts'

control(
  'Alert rules watch the nodes, and the alert that always fires reaches its receiver',
  {
    statement: 'TG-225',
    impact: 'medium',
    strength: 'target',
    kind: 'observability',
    standards: ['SI-4', 'AU-6', 'IR-4'],
    remedy:
      'Load the rules of p.alerts.nodes into Prometheus; see Status of Alertmanager for the route of Watchdog.',
  },
  (views) => {
    const { isRecent, lab, parameter } = views
    const watchdog = lab.alertmanager.alerts.find(({ name }) => name === 'Watchdog')
    all(
      () => watched(views, parameter.words('p.alerts.nodes')),
      () =>
        that(
          watchdog !== undefined &&
            watchdog.state === 'active' &&
            isRecent(watchdog.updatedAt, parameter.seconds('p.alerts.max_age')),
          'the alert that always fires is active',
          { watchdog },
        ),
      () =>
        that(
          lab.alertmanager.receivers.some(
            ({ name, ways }) => ways.length > 0 && (watchdog?.receivers ?? []).includes(name),
          ),
          'somebody is told of it',
          { receivers: watchdog?.receivers },
        ),
    )
  },
)
