import { control, every } from '#harness'

control(
  'Each container of an application asks for CPU and memory, and its memory has a limit',
  {
    statement: 'TG-200',
    impact: 'medium',
    kind: 'configuration',
    standards: ['SC-6', 'SC-5(2)'],
    remedy:
      'Set `resources.requests` for cpu and memory, and `resources.limits.memory`, or a LimitRange in the namespace.',
  },
  ({ lab, need }) => {
    const namespaces = need('kubernetes').applications.map(({ namespace }) => namespace)
    const { items, ...look } = lab.kubePods
    const containers = items
      .filter(({ namespace }) => namespaces.includes(namespace))
      .flatMap((pod) => pod.containers.map((container) => ({ pod, container })))
    every(
      {
        ...look,
        items: containers.map(({ container, pod }) => ({
          pod: `${pod.namespace}/${pod.name}`,
          container: container.name,
          requests: container.requests,
          limits: container.limits,
        })),
      },
      'has all three',
      ({ limits, requests }) =>
        (requests.cpu ?? 0) > 0 && (requests.memory ?? 0) > 0 && (limits.memory ?? 0) > 0,
    )
  },
)
