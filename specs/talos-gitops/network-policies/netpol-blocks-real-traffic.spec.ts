import { all, control, every, none, saw, the } from '#harness'

control(
  'A pod reaches the services that it was allowed to reach, and no other of an application',
  {
    statement: 'TG-48',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-7', 'AC-4', 'CA-8'],
    remedy:
      'Look for the policy that lets it through (`kubectl -n <namespace> get networkpolicies`), or for the one that is missing; what is meant to be open goes into kubernetes.lookout.open.',
  },
  ({ lab, need, vantage }) => {
    const { applications, lookout } = need('kubernetes')
    const open = lookout?.open ?? []
    const { looks } = vantage('lan').podLooks
    const { items, ...look } = lab.kubeServices
    const ports = items
      .filter(({ namespace }) => applications.some((one) => one.namespace === namespace))
      .flatMap((service) =>
        service.ports.map(({ port }) => `${service.namespace}/${service.name}:${port}`),
      )
    const resultAt = (to: string) =>
      the(
        { items: looks, complete: false, because: `the pod did not try ${to}` },
        `look at ${to}`,
        (one) => one.to === to,
      ).result
    all(
      () =>
        none(
          looks,
          'was reached, and nobody allowed it',
          ({ result, to }) => result === 'connected' && !open.includes(to),
        ),
      () => every(open, 'is reached', (to) => resultAt(to) === 'connected'),
      () =>
        every(
          { ...look, items: ports.filter((port) => !open.includes(port)) },
          'is refused or dropped, by a service with a pod that would answer',
          (to) => {
            const [namespace, name] = to.replace(/:.*/, '').split('/')
            const isServed = lab.kubeEndpoints.items.some(
              (slice) =>
                slice.namespace === namespace &&
                slice.service === name &&
                slice.endpoints.some(({ isReady }) => isReady),
            )
            const because = `${to} has nobody who could answer`
            const tried = isServed ? [resultAt(to)] : []
            return saw({ items: tried, complete: isServed, because }, (result) =>
              ['refused', 'timed out'].includes(result),
            )
          },
        ),
    )
  },
)
