import { all, control, that, the } from '#harness'

control(
  'MetalLB’s controller runs, and a speaker on every node that is meant to have one',
  {
    statement: 'TG-100',
    impact: 'high',
    kind: 'topology',
    standards: ['SI-13'],
    remedy:
      'Look at the pod that is missing: `kubectl -n metallb-system get pods -o wide`, then its log.',
  },
  ({ lab }) => {
    const of = (name: string) =>
      the(
        lab.kubeWorkloads,
        `workload metallb-system/${name}`,
        (one) => one.namespace === 'metallb-system' && one.name === name,
      )
    all(
      () => {
        const { available, isObserved } = of('controller')
        that(isObserved && available >= 1, 'the controller is available', { available })
      },
      () => {
        const { desired, isObserved, ready } = of('speaker')
        that(isObserved && desired > 0 && ready === desired, 'every speaker is ready', {
          desired,
          ready,
        })
      },
    )
  },
)
