import { control, that } from '#harness'

control(
  'Pods can log in to Vault with their service account',
  {
    statement: 'TG-128',
    impact: 'critical',
    kind: 'identity',
    standards: ['IA-9', 'IA-5'],
    remedy: 'Enable it with `vault auth enable kubernetes` at the path of the inventory.',
  },
  ({ lab, need }) => {
    const { login } = need('vault')

    that(
      lab.vaultLogins.some(({ path, type }) => path === `${login}/` && type === 'kubernetes'),
      'the login of pods is mounted',
      lab.vaultLogins,
    )
  },
)
