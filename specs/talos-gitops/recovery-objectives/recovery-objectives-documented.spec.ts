import { control, every } from '#harness'

control(
  'Each tier has a recovery point and a recovery time in writing, and they are the ones judged by',
  {
    statement: 'TG-212',
    impact: 'high',
    kind: 'documentation',
    standards: ['CP-2', 'CP-9', 'CIS-11.1'],
    remedy:
      'Write the table under the heading Recovery Objectives of docs/OPERATIONS.md: one row per tier, spans with their unit, and the same in the parameters `p.backup.rpo_tier_…` and `p.backup.rto_tier_…`.',
  },
  ({ lab, parameter }) =>
    every(
      [1, 2, 3, 4].map((tier) => ({
        tier,
        written: lab.recoveryObjectives.filter((row) => row.tier === tier),
      })),
      'has one row, with the spans that backups and drills are held to',
      ({ tier, written: [row, second] }) =>
        second === undefined &&
        row?.pointSeconds === parameter.seconds(`p.backup.rpo_tier_${tier}`) &&
        row.timeSeconds === parameter.seconds(`p.backup.rto_tier_${tier}`),
    ),
)
