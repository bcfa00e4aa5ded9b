import { all, control, every, that } from '#harness'

control(
  'Every Vault is unsealed, and one of them is active',
  {
    statement: 'TG-44',
    impact: 'critical',
    kind: 'secrets',
    standards: ['SC-12', 'CP-10'],
    remedy:
      'Unseal it with `vault operator unseal`, by as many people as it takes; look at the log for why it was restarted.',
  },
  ({ lab, need }) => {
    const { namespace } = need('vault')
    const servers = lab.kubePods.items.filter(
      ({ labels, namespace: at }) => at === namespace && labels.component === 'server',
    )

    all(
      () => that(!lab.vaultHealth.isSealed, 'the Vault that answers is unsealed', lab.vaultHealth),
      () =>
        every(
          {
            ...lab.kubePods,
            items: servers.map(({ name, phase, labels }) => ({
              name,
              phase,
              sealed: labels['vault-sealed'],
            })),
          },
          'runs and is unsealed',
          ({ phase, sealed }) => phase === 'Running' && sealed === 'false',
        ),
      () =>
        that(
          servers.some(({ labels }) => labels['vault-active'] === 'true') ||
            !lab.vaultHealth.isStandby,
          'one of them is active',
          servers.map(({ name, labels }) => ({ name, active: labels['vault-active'] })),
        ),
    )
  },
)
