import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'The sandbox was destroyed and built again from code alone',
  {
    statement: 'TG-138',
    impact: 'high',
    strength: 'target',
    kind: 'recovery',
    standards: ['CP-10', 'CM-2', 'CP-4'],
    remedy:
      'Repeat the drill `plumb drill vm-rebuild-from-code`; write down in code whatever had to be done by hand.',
  },
  (views) => {
    const drill = lastDrill(views, 'vm-rebuild-from-code')
    const rebuild = measured(drill, 'rebuild')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.rebuild.rto')),
      () =>
        that(
          rebuild.diskAfter !== rebuild.diskBefore &&
            rebuild.uptimeSeconds <= drill.recoverySeconds,
          'the machine is a new one on a new disk',
          rebuild,
        ),
      () =>
        that(
          rebuild.isReachable && rebuild.isCleanAfter,
          'it answers, and the plan is empty',
          rebuild,
        ),
    )
  },
)
