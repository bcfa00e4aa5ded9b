import { all, control, every, that, the } from '#harness'

control(
  'The ingress controller is available, and its service has the address of the entry',
  {
    statement: 'TG-99',
    impact: 'critical',
    kind: 'topology',
    standards: ['SC-7', 'SI-13'],
    remedy:
      'Look at it: `kubectl -n ingress-nginx get pods,services`, then the log of the controller.',
  },
  ({ lab, need, vantage }) =>
    all(
      () => {
        const { available, isObserved } = the(
          lab.kubeWorkloads,
          'workload ingress-nginx/ingress-nginx-controller',
          ({ name, namespace }) =>
            namespace === 'ingress-nginx' && name === 'ingress-nginx-controller',
        )
        that(isObserved && available >= 1, 'the controller is available', { available })
      },
      () => {
        const { addresses } = the(
          lab.loadBalancers,
          'service ingress-nginx/ingress-nginx-controller with an address',
          ({ name, namespace }) =>
            namespace === 'ingress-nginx' && name === 'ingress-nginx-controller',
        )
        that(
          addresses.includes(need('kubernetes').balancer.entry),
          'its service has the address of the entry',
          { addresses },
        )
      },
      () =>
        every(
          vantage('lan').entryAnswers,
          'is answered by somebody',
          ({ certificate, status }) => status !== undefined || certificate !== undefined,
        ),
    ),
)
