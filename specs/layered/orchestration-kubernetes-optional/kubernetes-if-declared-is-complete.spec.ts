import { all, control, every, none } from '#harness'

control(
  'Kubernetes is whole where it is declared, and runs nowhere where it is not',
  {
    statement: 'LA-35',
    impact: 'medium',
    strength: 'optional',
    kind: 'placement',
    standards: ['CM-2', 'CM-8', 'CP-9'],
    remedy:
      'Declare the cluster under `apis.kubernetes`, or remove what is left of it (`k3s-uninstall.sh`).',
  },
  ({ host, hosts, inventory, lab }) => {
    const isDeclared = inventory.apis.kubernetes !== undefined
    const traces = hosts().map(({ name }) => {
      const found = host(name).engines
      return { ...found, items: found.items.map((trace) => ({ host: name, ...trace })) }
    })
    const parts = isDeclared
      ? [
          () =>
            every(lab.kubeNodes, 'is ready', ({ conditions }) =>
              conditions.some(({ type, status }) => type === 'Ready' && status === 'True'),
            ),
          () => every(lab.kubeClaims, 'has its storage', ({ phase }) => phase === 'Bound'),
        ]
      : traces.map(
          (found) => () =>
            none(found, 'is a piece of Kubernetes that nobody declared', ({ name }) =>
              /^(k3s|k0s|kubelet|microk8s|kube)/.test(name),
            ),
        )

    all(...parts)
  },
)
