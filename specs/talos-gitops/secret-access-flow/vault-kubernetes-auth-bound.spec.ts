import { control, every, saw } from '#harness'

control(
  'A role for pods is bound to named accounts in named namespaces, for a bounded time',
  {
    statement: 'TG-131',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-6', 'IA-9', 'AC-3'],
    remedy:
      'Write the role again with `bound_service_account_names`, `bound_service_account_namespaces` and `token_max_ttl`, without `*` and without the default account.',
  },
  ({ lab, parameter }) =>
    every(
      lab.vaultRoles,
      'is bound to accounts that exist, for a bounded time',
      ({ accounts, hasSelector, maxTtlSeconds, namespaces, periodSeconds }) =>
        accounts.length > 0 &&
        namespaces.length > 0 &&
        !hasSelector &&
        ![...accounts, ...namespaces].some((name) => name.includes('*') || name === 'default') &&
        maxTtlSeconds > 0 &&
        periodSeconds === 0 &&
        maxTtlSeconds <= parameter.seconds('p.vault.max_ttl') &&
        namespaces.every((namespace) =>
          accounts.every((name) =>
            saw(lab.serviceAccounts, (one) => one.namespace === namespace && one.name === name),
          ),
        ),
    ),
)
