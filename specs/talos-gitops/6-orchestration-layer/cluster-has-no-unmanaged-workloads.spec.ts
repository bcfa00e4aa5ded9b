import { control, every, saw } from '#harness'
import { wholly } from '../looks.ts'

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
    // What runs once, and was made by nothing that runs always.
    const single = [
      ...lab.kubePods.items
        .filter(({ phase }) => ['Pending', 'Running'].includes(phase))
        .map((pod) => ({ ...pod, kind: 'Pod' })),
      ...lab.kubeJobs.items
        .filter(({ conditions }) => conditions.every(({ status }) => status !== 'True'))
        .map((job) => ({ ...job, kind: 'Job' })),
    ].filter(({ owner }) => owner === undefined)
    const isManaged = (namespace: string, object: string) =>
      saw(lab.argocdApplications, ({ resources }) =>
        resources.some(
          (one) => one.namespace === namespace && `${one.kind}/${one.name}` === object,
        ),
      )
    every(
      {
        items: [...lab.kubeWorkloads.items, ...schedules, ...single].filter(
          ({ namespace }) => !free.includes(namespace),
        ),
        ...wholly(lab.kubeWorkloads, lab.kubeCronJobs, lab.kubePods, lab.kubeJobs),
      },
      'is a resource of an application, or made by one',
      ({ kind, name, namespace, owner }) =>
        made.includes(`${namespace}/${name}`) ||
        isManaged(namespace, `${kind}/${name}`) ||
        // Anybody may write an owner into a workload: it has to be one from Git itself.
        (owner !== undefined && isManaged(namespace, owner)),
      ({ kind, name, namespace, owner }) => ({ namespace, kind, name, owner }),
    )
  },
)
