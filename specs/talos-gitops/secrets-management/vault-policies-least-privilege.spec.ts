import { all, control, every, none } from '#harness'

const WRITES = ['create', 'update', 'patch', 'delete', 'write', 'root']

/** Whether a path, in which `+` is one part and a last `*` is anything, means secrets that nobody could have named. */
function meansAnything(path: string): boolean {
  const mount = /^[^/*+]*/.exec(path)?.[0]
  const pattern = path
    .replace(/[.?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('+', '[^/]+')
    .replace(/\*$/, '.*')
  const parts = ['x', 'x/x', 'x/x/x']
  const names = [mount, `${mount}/data`, `${mount}/metadata`].flatMap((at) =>
    parts.map((one) => `${at}/${one}`),
  )
  const isAnyOfMount = /^[^/]*[+*]|^[^/]+\/((data|metadata)\/)?\+/.test(path)
  return isAnyOfMount || names.some((name) => new RegExp(`^${pattern}$`).test(name))
}

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
            meansAnything(path) ||
            (/^(sys|auth|identity)\b/.test(path) &&
              capabilities.some((one) => WRITES.includes(one))),
        ),
    )
  },
)
