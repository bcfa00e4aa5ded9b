import { control, that } from '#harness'

control(
  'Vault is initialised',
  {
    statement: 'TG-44',
    impact: 'critical',
    kind: 'secrets',
    standards: ['SC-12', 'IA-5'],
    remedy:
      'Initialise it with `vault operator init`, and give the parts of the key to different people.',
  },
  ({ lab }) => that(lab.vaultHealth.isInitialised, 'Vault is initialised', lab.vaultHealth),
)
