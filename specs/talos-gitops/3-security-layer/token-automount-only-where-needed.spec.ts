import { control, none, the } from '#harness'

control(
  'A token for the Kubernetes API is only in pods that log in with it',
  {
    statement: 'TG-40',
    impact: 'medium',
    kind: 'identity',
    strength: 'target',
    standards: ['AC-6'],
    remedy:
      'Set `automountServiceAccountToken: false` in the account or the pod; who does use the API goes into p.rbac.api_clients.',
  },
  ({ lab, need, parameter }) => {
    const homes = need('kubernetes').applications.map(({ namespace }) => namespace)
    const clients = parameter.words('p.rbac.api_clients')

    none(
      {
        ...lab.kubePods,
        items: lab.kubePods.items
          .filter(({ namespace }) => homes.includes(namespace))
          .map(({ annotations, mountsToken, name, namespace, serviceAccount, volumes }) => ({
            namespace,
            pod: name,
            account: serviceAccount,
            mountsToken,
            volumes: volumes.filter(({ holdsToken }) => holdsToken).map((volume) => volume.name),
            // The agent of Vault logs in with the token of the pod that it is put into.
            logsIn: annotations['vault.hashicorp.com/agent-inject'] === 'true',
          })),
      },
      'holds a token that it does not use',
      ({ account: name, logsIn, mountsToken, namespace, volumes }) => {
        const account = the(
          lab.serviceAccounts,
          `account ${namespace}/${name}`,
          (one) => one.namespace === namespace && one.name === name,
        )
        const holds = (mountsToken ?? account.mountsToken ?? true) || volumes.length > 0
        return holds && !logsIn && !clients.includes(`${namespace}/${name}`)
      },
    )
  },
)
