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
  ({ lab, parameter }) => {
    const servers = {
      ...lab.apiServerFlags,
      items: lab.apiServerFlags.items.map(({ flags, pod }) => ({
        pod,
        path: flags['audit-log-path'],
        policy: flags['audit-policy-file'],
        days: flags['audit-log-maxage'],
        backups: flags['audit-log-maxbackup'],
        megabytes: flags['audit-log-maxsize'],
      })),
    }
    all(
      () =>
        every(
          servers,
          'writes an audit log to a file, by a policy',
          ({ path = '', policy = '' }) => path.startsWith('/') && policy !== '',
        ),
      () =>
        every(
          servers,
          'keeps enough of it',
          ({ backups, days, megabytes }) =>
            Number(days) >= parameter.number('p.audit.max_age_days') &&
            Number(backups) >= parameter.number('p.audit.max_backups') &&
            Number(megabytes) >= parameter.number('p.audit.max_size'),
        ),
    )
  },
)
