import { all, control, that, the } from '#harness'

control(
  'The injector of Vault runs, and the API server asks it',
  {
    statement: 'TG-43',
    impact: 'high',
    kind: 'secrets',
    standards: ['SC-12', 'SI-13'],
    remedy:
      'Look at the pods of vault-agent-injector and at its webhook; a CA that ended is renewed by restarting it.',
  },
  ({ ageSeconds, lab, need }) => {
    const { namespace } = need('vault')

    all(
      () => {
        const { available, isObserved } = the(
          lab.kubeWorkloads,
          'injector',
          (one) => one.namespace === namespace && one.podLabels.component === 'webhook',
        )
        that(isObserved && available >= 1, 'a pod of it is available', { available })
      },
      () => {
        const hook = the(
          lab.kubeWebhooks,
          'webhook of the injector',
          (one) => one.kind === 'mutating' && one.hook === 'vault.hashicorp.com',
        )
        that(
          hook.service?.startsWith(`${namespace}/`) === true &&
            hook.caExpiresAt !== undefined &&
            ageSeconds(hook.caExpiresAt) < 0,
          'the API server asks it, under a CA that holds',
          hook,
        )
      },
    )
  },
)
