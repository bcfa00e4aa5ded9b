import { control, every } from '#harness'

control(
  'A harmless packet that a rule knows sets off its alert in time',
  {
    statement: 'LA-38',
    impact: 'high',
    kind: 'observability',
    standards: ['SI-4', 'SI-4(24)', 'CA-8', 'CIS-13.3'],
    remedy:
      'Enable the local rule, see that the test packet crosses a watched interface in the clear, and that eve.json reaches Loki.',
  },
  ({ lab, need, parameter }) => {
    const { trapSid } = need('edge')
    const longest = parameter.seconds('p.ids.max_delay')
    const sent = lab.canaryTrails.sent.filter(({ kind }) => kind === 'alarm')

    every(sent, 'was noticed', ({ id, at }) =>
      lab.intrusionEvents.alerts.some(
        (alert) =>
          alert.sid === trapSid &&
          alert.ids.includes(id) &&
          (Date.parse(alert.at) - Date.parse(at)) / 1000 <= longest &&
          Date.parse(alert.at) >= Date.parse(at) - 5000,
      ),
    )
  },
)
