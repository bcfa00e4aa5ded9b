import { all, control, every, lastDrill, measured, that, the } from '#harness'

control(
  'A sensor for intrusions runs on every node, and a staged one reached people',
  {
    statement: 'TG-204',
    impact: 'high',
    strength: 'target',
    kind: 'observability',
    standards: ['SI-4', 'SI-4(2)', 'CIS-13.2'],
    remedy:
      'See the pods of the sensor; then stage an intrusion with `plumb drill intrusion-canary`: a sensor without its driver runs and sees nothing.',
  },
  (views) => {
    const { lab, parameter } = views
    const sensor = parameter.text('p.ids.sensor')
    const { desired, isObserved, ready } = the(
      lab.kubeWorkloads,
      `DaemonSet ${sensor}`,
      ({ kind, name, namespace }) => kind === 'DaemonSet' && `${namespace}/${name}` === sensor,
    )
    const drill = lastDrill(views, 'intrusion-canary')
    const alerts = measured(drill, 'alerts')
    all(
      () =>
        that(
          isObserved && ready === lab.kubeNodes.items.length && desired === ready,
          'the sensor is ready on every node',
          { sensor, desired, ready, nodes: lab.kubeNodes.items.length },
        ),
      () =>
        that(
          drill.target === 'live' &&
            views.isRecent(drill.endedAt, parameter.seconds('p.ids.canary_max_age')),
          'an intrusion was staged here lately',
          { endedAt: drill.endedAt, target: drill.target },
        ),
      () =>
        every(
          alerts,
          'arrived in time, and was not there before',
          ({ arrivedAt, provokedAt, wasFiring }) =>
            !wasFiring &&
            arrivedAt !== undefined &&
            (Date.parse(arrivedAt) - Date.parse(provokedAt)) / 1000 <=
              parameter.seconds('p.ids.lag'),
        ),
    )
  },
)
