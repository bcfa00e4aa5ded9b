import { all, control, every, saw } from '#harness'

control(
  'Behind every host of an Ingress the intended application answers',
  {
    statement: 'TG-111',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-7', 'SI-13'],
    remedy:
      'Follow the way: the name in DNS, the address of the entry, `kubectl describe ingress`, the endpoints of its service, the log of the application.',
  },
  ({ lab, need, vantage }) => {
    const { balancer, routes } = need('kubernetes')
    const { items, ...look } = lab.kubeIngresses
    const paths = items.flatMap(({ namespace, paths: some }) =>
      some.map((path) => ({ namespace, ...path })),
    )
    const answered = vantage('lan').entryAnswers
    all(
      () =>
        every({ ...look, items: paths }, 'leads to a service with a pod that is ready', (path) =>
          saw(
            lab.kubeEndpoints,
            (slice) =>
              slice.namespace === path.namespace &&
              slice.service === path.service &&
              slice.endpoints.some(({ isReady }) => isReady),
          ),
        ),
      () =>
        every({ ...look, items: paths }, 'is asked for', ({ host }) =>
          saw(
            {
              items: answered.items,
              complete: false,
              because: `kubernetes.routes names no page of ${host}`,
            },
            (answer) => answer.host === host,
          ),
        ),
      () =>
        every(answered, 'is the intended application', ({ shows, status, url }) => {
          const route = routes.find((one) => one.url === url)
          return shows && status === route?.expect
        }),
      () =>
        every(
          answered,
          'has a name that leads to the entry',
          ({ addresses }) => addresses.join() === balancer.entry,
        ),
    )
  },
)
