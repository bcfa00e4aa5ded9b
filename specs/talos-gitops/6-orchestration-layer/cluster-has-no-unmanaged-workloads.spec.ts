import { control, every, saw } from '#harness'

control(
  'Every workload comes from Git, through an application of ArgoCD',
  {
    statement: 'TG-104',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-3', 'CM-8', 'CIS-2.3'],
    remedy:
      'Put its manifest into `kubernetes/`, or delete it; a namespace that need not come from Git goes into p.argocd.unmanaged_ns.',
  },
  ({ lab, parameter }) => {
    const free = parameter.words('p.argocd.unmanaged_ns')
    const made = parameter.words('p.argocd.made_by_others')
    const schedules = lab.kubeCronJobs.items.map((one) => ({ ...one, kind: 'CronJob' }))
    every(
      {
        items: [...lab.kubeWorkloads.items, ...schedules],
        complete: lab.kubeWorkloads.complete && lab.kubeCronJobs.complete,
        because: lab.kubeWorkloads.because ?? lab.kubeCronJobs.because ?? '',
      },
      'is a resource of an application',
      ({ kind, name, namespace, owner }) =>
        free.includes(namespace) ||
        made.includes(`${namespace}/${name}`) ||
        owner !== undefined ||
        saw(lab.argocdApplications, ({ resources }) =>
          resources.some(
            (one) => one.kind === kind && one.namespace === namespace && one.name === name,
          ),
        ),
    )
  },
)
