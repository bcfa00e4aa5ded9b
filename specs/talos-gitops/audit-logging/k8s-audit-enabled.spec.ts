import { all, control, every } from '#harness'

control(
  'The API server keeps an audit log by a policy, and rotates it within bounds',
  {
    statement: 'TG-51',
    impact: 'critical',
    kind: 'observability',
    standards: [
      'AU-2',
      'AU-12',
      'AU-11',
      'CIS-K8S-1.2.16',
      'CIS-K8S-1.2.17',
      'CIS-K8S-1.2.18',
      'CIS-K8S-1.2.19',
    ],
    remedy:
      'Leave `cluster.apiServer.auditPolicy` of the machine configuration in place, and do not set audit-log flags under extraArgs below the defaults of Talos.',
  },
  ({ lab, parameter }) =>
    all(
      () =>
        every(lab.apiServerFlags, 'writes an audit log to a file, by a policy', ({ flags }) => {
          const { 'audit-log-path': path = '', 'audit-policy-file': policy = '' } = flags
          return path.startsWith('/') && policy !== ''
        }),
      () =>
        every(lab.apiServerFlags, 'keeps enough of it', ({ flags }) =>
          [
            ['audit-log-maxage', 'p.audit.max_age_days'],
            ['audit-log-maxbackup', 'p.audit.max_backups'],
            ['audit-log-maxsize', 'p.audit.max_size'],
          ].every(([flag = '', least = '']) => Number(flags[flag]) >= parameter.number(least)),
        ),
    ),
)
