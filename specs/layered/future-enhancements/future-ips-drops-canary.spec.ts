import { all, control, every, that } from '#harness'

control(
  'What a drop rule names does not arrive, and the rest does',
  {
    statement: 'LA-91',
    impact: 'medium',
    strength: 'future',
    kind: 'isolation',
    standards: ['SI-4', 'SC-7', 'CIS-13.8'],
    remedy:
      'Switch Suricata to IPS mode on an interface whose driver can do it, and set the rule to drop.',
    subject: 'ips',
  },
  ({ lab }) => {
    const { sent } = lab.canaryTrails
    const dropped = sent.filter(({ kind }) => kind === 'dropped')

    all(
      () => that(lab.edgeDetection.isInline, 'it stands in the way of packets', lab.edgeDetection),
      () =>
        every(
          dropped,
          'did not arrive, and was blocked by Suricata',
          ({ id, status, sawService }) =>
            status === 0 &&
            sawService === false &&
            lab.intrusionEvents.alerts.some((it) => it.ids.includes(id) && it.action === 'blocked'),
        ),
      () =>
        that(
          sent.some(({ kind, status }) => kind === 'harmless' && status === 200),
          'what is harmless arrives',
          { sent: sent.length },
        ),
    )
  },
)
