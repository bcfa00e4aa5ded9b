import { control, none } from '#harness'

control(
  'Neither the code nor its history holds a secret',
  {
    statement: 'TG-142',
    impact: 'critical',
    kind: 'secrets',
    standards: ['IA-5(7)', 'SR-3', 'CIS-16.1'],
    remedy:
      'Replace the secret at once, take it out of the history with `git filter-repo`, and keep the new one in Vault. A false finding is named by fingerprint in p.git.secret_findings_allow.',
  },
  ({ host, need, parameter }) =>
    none(
      host(need('tofu').host).secretFindings,
      'looks like a secret',
      ({ fingerprint }) => !parameter.words('p.git.secret_findings_allow').includes(fingerprint),
    ),
)
