import { control, every } from '#harness'

control(
  'Secrets that live long were renewed in time',
  {
    statement: 'TG-198',
    impact: 'medium',
    kind: 'secrets',
    strength: 'target',
    standards: ['IA-5(1)', 'SC-12'],
    remedy: 'Write a new value with `vault kv put`, and restart what uses it.',
  },
  ({ isRecent, lab, parameter }) =>
    every(lab.vaultSecrets, 'was renewed in time', ({ writtenAt }) =>
      isRecent(writtenAt, parameter.seconds('p.vault.rotation_max_age')),
    ),
)
