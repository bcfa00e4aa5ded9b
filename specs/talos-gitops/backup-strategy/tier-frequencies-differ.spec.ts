import { all, control, every, that } from '#harness'

control(
  'Lower tiers are backed up at least as often as higher ones, and not all alike',
  {
    statement: 'TG-213',
    impact: 'medium',
    kind: 'backup',
    standards: ['CP-9', 'CP-2(8)'],
    remedy:
      'Change the schedules under Datacenter, Backup, so that no tier runs less often than the one after it.',
  },
  ({ lab, need }) => {
    const { jobs } = need('backups')
    const tiers = [1, 2, 3, 4].map((tier) => ({
      tier,
      seconds: Math.min(
        ...lab.backupJobs
          .filter(({ id, isEnabled }) => isEnabled && jobs[id] === tier)
          .map(({ intervalSeconds }) => intervalSeconds),
      ),
    }))
    all(
      () =>
        every(
          tiers.slice(0, -1),
          'runs at least as often as the tier after it',
          ({ seconds, tier }) => seconds <= (tiers[tier]?.seconds ?? 0),
        ),
      () =>
        that(
          new Set(tiers.map(({ seconds }) => seconds)).size > 1,
          'not all tiers run alike',
          tiers,
        ),
    )
  },
)
