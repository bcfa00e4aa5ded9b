import { all, control, every, none } from '#harness'

control(
  'Uptime Kuma has a monitor that fits each service, and sees it up',
  {
    statement: 'LA-51',
    impact: 'medium',
    kind: 'observability',
    standards: ['SI-4', 'CA-7', 'CP-2(5)'],
    remedy:
      'Add or resume the monitor, of a kind that asks the service itself, and attach a notification.',
  },
  ({ inventory, lab }) => {
    const monitors = inventory.services.map(({ name, remote, unauthenticated }) => ({
      service: name,
      isWeb: remote !== undefined || unauthenticated !== undefined,
      monitor: lab.kumaMonitors.find((it) => it.name === name),
    }))

    all(
      () => every(monitors, 'has a monitor that is up', ({ monitor }) => monitor?.state === 'up'),
      () =>
        none(
          monitors,
          'is only pinged though it has pages',
          ({ isWeb, monitor }) =>
            isWeb &&
            !['http', 'keyword', 'json-query', 'real-browser'].includes(monitor?.type ?? 'http'),
        ),
    )
  },
)
