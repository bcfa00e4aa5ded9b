import { all, control, lastDrill, measured, that } from '#harness'

control(
  'Forbidden traffic is dropped, and leaves a trace in time',
  {
    statement: 'TG-39',
    impact: 'medium',
    strength: 'target',
    kind: 'recovery',
    standards: ['SI-4', 'SC-7', 'IR-4'],
    remedy:
      'Repeat the drill `plumb drill unauthorised-traffic-detected`; ship the drops of Hubble to Loki.',
  },
  (views) => {
    const drill = lastDrill(views, 'unauthorised-traffic-detected')
    const traffic = measured(drill, 'traffic')

    all(
      () => that(drill.result === 'recovered', 'the drill ended well', { result: drill.result }),
      () =>
        that(
          traffic.isDropped && traffic.controlPassed,
          'the policy dropped it, and not a missing way',
          traffic,
        ),
      () =>
        that(
          traffic.traceSeconds !== undefined &&
            traffic.traceSeconds <= views.parameter.seconds('p.ids.lag'),
          'a trace of it arrived in time',
          traffic,
        ),
    )
  },
)
