import { all, control, every, that } from '#harness'

control(
  'Every host and container has recent lines in the central log, not only those of its shipper',
  {
    statement: 'LA-24',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-4', 'AU-6(4)', 'AU-12', 'SI-4', 'CIS-8.2', 'CIS-8.9'],
    remedy:
      'Start the shipper on the host (`systemctl status alloy`) and look at what it says about Loki; give the host its own label.',
  },
  ({ hosts, inventory, lab }) => {
    const { isReady, hosts: lines, hostsBesideShippers, containers } = lab.lokiStatus
    const docker = inventory.services.filter(({ runtime }) => runtime === 'docker')

    all(
      () => that(isReady, 'the store is ready', { isReady }),
      () =>
        every(
          hosts().map(({ name }) => ({ host: name, lines: lines[name] ?? 0 })),
          'has lines of the last minutes',
          (it) => it.lines > 0,
        ),
      () =>
        every(
          hosts().map(({ name }) => ({ host: name, lines: hostsBesideShippers[name] ?? 0 })),
          'has lines that are not its shipper’s own',
          (it) => it.lines > 0,
        ),
      () =>
        every(
          docker.map(({ name, container = name }) => ({ container })),
          'has lines of the last day',
          ({ container }) => containers.includes(container),
        ),
    )
  },
)
