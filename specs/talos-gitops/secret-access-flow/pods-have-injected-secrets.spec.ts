import { all, control, every } from '#harness'

control(
  'A pod that asks for secrets was given them, and its agent is well',
  {
    statement: 'TG-131',
    impact: 'high',
    kind: 'secrets',
    standards: ['IA-5', 'SC-12'],
    remedy: 'Restart the pod once the injector runs; the annotations belong into the pod template.',
  },
  ({ isRecent, lab, parameter }) => {
    const grace = parameter.seconds('p.pods.grace')
    // A pod whose agent cannot log in never runs.
    const asking = lab.kubePods.items.filter(
      ({ annotations, createdAt, phase }) =>
        /^(1|t|true)$/i.test(annotations['vault.hashicorp.com/agent-inject'] ?? '') &&
        (phase === 'Running' || (phase === 'Pending' && !isRecent(createdAt, grace))),
    )

    all(
      () =>
        every(
          {
            ...lab.kubePods,
            items: asking.map(({ namespace, name, annotations, statuses }) => ({
              namespace,
              name,
              injected: annotations['vault.hashicorp.com/agent-inject-status'],
              agents: statuses.filter((status) => status.name.startsWith('vault-agent')),
            })),
          },
          'was given its secrets',
          ({ injected, agents }) =>
            injected === 'injected' &&
            agents.some(
              ({ name, state, reason }) =>
                name === 'vault-agent-init' && state === 'terminated' && reason === 'Completed',
            ) &&
            agents.every(({ name, isReady }) => name === 'vault-agent-init' || isReady),
        ),
      () =>
        every(parameter.words('p.vault.consumers'), 'asks for its secrets', (consumer) =>
          asking.some(
            ({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}` === consumer,
          ),
        ),
    )
  },
)
