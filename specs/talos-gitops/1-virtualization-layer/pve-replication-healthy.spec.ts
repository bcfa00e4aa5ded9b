import { all, control, none, same } from '#harness'

control(
  'Replication between hypervisors is as declared, and none of it failed or fell behind',
  {
    statement: 'TG-16',
    impact: 'medium',
    kind: 'backup',
    strength: 'optional',
    standards: ['CP-6', 'CP-9'],
    remedy:
      'Read the error with `pvesr status`, mend the link or the space on the other node, and run `pvesr schedule-now <job>`; a job that is meant is named in p.pve.replications.',
  },
  ({ isRecent, lab, parameter }) =>
    all(
      () =>
        none(
          lab.proxmoxReplications,
          'failed, or is overdue',
          ({ failures, error, lastSyncAt }) =>
            failures > 0 ||
            error !== undefined ||
            lastSyncAt === undefined ||
            !isRecent(lastSyncAt, parameter.seconds('p.pve.replication_max_age')),
        ),
      () =>
        same(
          lab.proxmoxReplications.map(({ id }) => id),
          parameter.words('p.pve.replications'),
          'replications',
        ),
    ),
)
