import { all, control, every, that } from '#harness'

control(
  'Vault writes down who asked for what',
  {
    statement: 'TG-128',
    impact: 'critical',
    kind: 'observability',
    standards: ['AU-2', 'AU-12', 'CIS-8.2'],
    remedy:
      'Enable two devices, e.g. `vault audit enable file file_path=/vault/audit/audit.log` and one to stdout: with one alone, a full disk stops Vault.',
  },
  ({ lab, parameter }) =>
    all(
      () =>
        that(
          lab.vaultAuditDevices.length >= parameter.number('p.vault.min_audit_devices'),
          'there are enough audit devices',
          lab.vaultAuditDevices,
        ),
      () =>
        every(
          lab.vaultAuditDevices,
          'is written to somewhere',
          ({ type, file }) =>
            ['file', 'syslog', 'socket'].includes(type) && !/^discard$|\/null$/.test(file ?? ''),
        ),
    ),
)
