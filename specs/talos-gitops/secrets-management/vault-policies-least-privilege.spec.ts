import { all, control, every, none } from '#harness'

const WRITES = ['create', 'update', 'patch', 'delete', 'write', 'root']

control(
  'What pods get from Vault lets them read their secrets, and manage nothing',
  {
    statement: 'TG-44',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'CIS-5.4'],
    remedy:
      'Write policies of pods with the paths of their own secrets and `read`; sudo, `*`, `sys/` and `auth/` are for people.',
  },
  ({ lab }) => {
    const used = [...new Set(lab.vaultRoles.flatMap(({ policies }) => policies))]

    all(
      () =>
        every(
          used,
          'is a policy that can be read',
          (name) => name !== 'root' && lab.vaultPolicies.some((policy) => policy.name === name),
        ),
      () =>
        none(
          lab.vaultPolicies
            .filter(({ name }) => used.includes(name))
            .flatMap(({ name, rules }) => rules.map((rule) => ({ policy: name, ...rule }))),
          'lets pods manage Vault, or read everything',
          ({ path, capabilities }) =>
            capabilities.includes('sudo') ||
            /^[*+]/.test(path) ||
            /^\w+\/\*$|^\w+\/(data|metadata)\/\*$/.test(path) ||
            (/^(sys|auth)\//.test(path) && capabilities.some((one) => WRITES.includes(one))),
        ),
    )
  },
)
