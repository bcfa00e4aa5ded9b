import { control, that } from '#harness'

control(
  'A read of a secret through Vault is found in the central log',
  {
    statement: 'TG-132',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-12', 'AU-3', 'AU-6'],
    remedy: 'Ship the audit log of Vault to Loki, and look at whether its device is blocked.',
  },
  ({ isRecent, lab, need, parameter }) => {
    const { canary = '' } = need('vault')
    const { requestId } = lab.vaultCanary
    const answered = lab.vaultCanaryTrail.filter(
      ({ path, type }) => type === 'response' && path === canary.replace('/', '/data/'),
    )

    that(
      // This read may still be on its way; the one of the run before is not.
      answered.some(
        (entry) =>
          entry.requestId === requestId ||
          isRecent(entry.at, parameter.seconds('p.vault.audit_max_age')),
      ),
      'a read of the canary was written down, with its answer',
      { canary, entries: lab.vaultCanaryTrail.length },
    )
  },
)
