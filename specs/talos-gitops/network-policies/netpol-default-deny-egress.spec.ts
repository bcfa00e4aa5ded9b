import { control, every, saw } from '#harness'
import { isClosed } from './policies.ts'

control(
  'Every application’s namespace keeps in what nobody allowed out, and allows DNS by name',
  {
    statement: 'TG-48',
    impact: 'medium',
    strength: 'target',
    kind: 'isolation',
    standards: ['SC-7(5)', 'AC-4'],
    remedy:
      'Add the policies `default-deny` and `allow-dns` (port 53 to k8s-app=kube-dns in kube-system) to `kubernetes/apps/<application>/`, and take the rule away that opens everything.',
  },
  (views) => {
    const { lab, need } = views
    every(need('kubernetes').applications, 'keeps in what nobody allowed out', ({ namespace }) =>
      isClosed(views, namespace, 'egress'),
    )
    every(need('kubernetes').applications, 'may ask CoreDNS', ({ namespace }) =>
      saw(
        lab.networkPolicies,
        (policy) =>
          policy.namespace === namespace &&
          policy.egress.some(
            ({ peers, ports }) =>
              ports.some(({ port, protocol }) => port === '53' && protocol === 'UDP') &&
              peers.some(({ pods }) => pods?.labels['k8s-app'] === 'kube-dns'),
          ),
      ),
    )
  },
)
