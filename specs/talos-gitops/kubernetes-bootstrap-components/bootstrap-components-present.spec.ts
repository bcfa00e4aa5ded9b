import { all, control, every, saw } from '#harness'

const COMPONENTS = [
  ['longhorn-system', 'longhorn-manager'],
  ['metallb-system', 'controller'],
  ['kube-system', 'cilium'],
  ['ingress-nginx', 'ingress-nginx-controller'],
  ['vault', 'vault'],
  ['argocd', 'argocd-application-controller'],
] as const

control(
  'Longhorn, MetalLB, Cilium, Ingress-NGINX, Vault and ArgoCD are installed and run',
  {
    statement: 'TG-124',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-8'],
    remedy: 'Install it from `kubernetes/bootstrap/<component>/`: `argocd app sync <component>`.',
  },
  ({ lab }) =>
    all(
      () =>
        every(
          ['longhorn.io', 'metallb.io', 'cilium.io', 'argoproj.io'],
          'is an API that is served',
          (group) => lab.kubeGroups.some(({ name }) => name === group),
        ),
      () =>
        every(COMPONENTS, 'has a workload that is ready', ([namespace, name]) =>
          saw(
            lab.kubeWorkloads,
            (one) =>
              one.namespace === namespace && one.name === name && one.ready > 0 && one.isObserved,
          ),
        ),
    ),
)
