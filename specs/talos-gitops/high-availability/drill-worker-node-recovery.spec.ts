import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'A worker that was reset comes back by itself, and with it every volume and application',
  {
    statement: 'TG-224',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill worker-node-recovery` in the maintenance window; set node-down-pod-deletion-policy of Longhorn where pods hang.',
  },
  (views) => {
    const drill = lastDrill(views, 'worker-node-recovery')
    const node = measured(drill, 'node')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.worker.rto')),
      () => that(node.bootIdAfter !== node.bootIdBefore, 'the node really went down', node),
      () =>
        that(
          Math.max(node.readySeconds, node.attachedSeconds, node.servingSeconds) <=
            drill.recoverySeconds,
          'it counts as recovered once all applications answer',
          node,
        ),
      () =>
        that(
          node.faultedVolumes === 0 && node.stuckPods === 0,
          'no volume is lost and no pod hangs',
          node,
        ),
      () => that(node.manualActions === 0, 'nobody had to help', node),
    )
  },
)
