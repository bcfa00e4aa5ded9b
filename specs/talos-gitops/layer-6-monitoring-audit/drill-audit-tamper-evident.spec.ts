import { all, control, lastDrill, measured, that } from '#harness'

control(
  'A log entry that was removed on the node is still in the central store',
  {
    statement: 'TG-203',
    impact: 'low',
    strength: 'optional',
    kind: 'recovery',
    standards: ['AU-9', 'AU-9(2)'],
    remedy:
      'Repeat the drill `plumb drill audit-tamper-evident`; keep the central store on another disk than the logs.',
  },
  (views) => {
    const drill = lastDrill(views, 'audit-tamper-evident')
    const audit = measured(drill, 'audit')

    all(
      () =>
        that(
          drill.result === 'recovered' && Date.parse(audit.removedAt) > Date.parse(audit.entryAt),
          'an entry was there, and removed',
          { result: drill.result, ...audit },
        ),
      () => that(audit.isKept, 'the central store still has it', audit),
      () => that(!audit.isSameDisk, 'the central store is on another disk', audit),
    )
  },
)
