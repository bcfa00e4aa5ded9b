import { control, every } from '#harness'

control(
  'Each tier has a backup job that is switched on and has a next run',
  {
    statement: 'TG-216',
    impact: 'high',
    kind: 'backup',
    standards: ['CP-9', 'CIS-11.2'],
    remedy: 'Switch the job on under Datacenter, Backup, and give it a schedule.',
  },
  ({ ageSeconds, lab, need }) =>
    every(
      [...new Set(Object.values(need('backups').tiers))].sort().map((tier) => ({
        tier,
        jobs: lab.backupJobs
          .filter(({ id }) => need('backups').jobs[id] === tier)
          .map(({ id, isEnabled, nextAt, node }) => ({ id, isEnabled, nextAt, node })),
      })),
      'has one',
      ({ jobs }) =>
        jobs.some(
          ({ isEnabled, nextAt, node }) =>
            isEnabled &&
            nextAt !== undefined &&
            ageSeconds(nextAt) < 0 &&
            (node === undefined || node === need('pve').node),
        ),
    ),
)
