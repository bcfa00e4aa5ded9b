import { all, control, every } from '#harness'

control(
  'A maintained shipper runs on every host and loses nothing',
  {
    statement: 'LA-53',
    impact: 'high',
    kind: 'observability',
    standards: ['AU-4(1)', 'AU-12', 'SI-2', 'CIS-8.9'],
    remedy:
      'Install Alloy in place of Promtail, start it at boot, and look at what Loki refuses (`journalctl -u alloy`).',
  },
  ({ host, hosts, lab, parameter }) => {
    const supported = parameter.words('p.logs.supported_shippers')
    const shippers = hosts().map(({ name, address }) => ({
      host: name,
      units: host(name).services.filter(
        ({ unit, activeState }) =>
          activeState === 'active' &&
          /^(alloy|promtail|vector|fluent-bit|grafana-agent)\.service$/.test(unit),
      ),
      counts: lab.logShippers.find(({ instance }) => instance.startsWith(`${address}:`)),
    }))

    all(
      () =>
        every(
          shippers.map(({ host: on, units }) => ({
            host: on,
            units: units.map(({ unit }) => unit),
          })),
          'has one that is maintained',
          ({ units }) =>
            units.length > 0 &&
            units.every((unit) => supported.includes(unit.replace('.service', ''))),
        ),
      () =>
        every(
          shippers.map(({ host: on, units }) => ({ host: on, units })),
          'starts it with the system',
          ({ units }) => units.every(({ unitFileState }) => unitFileState === 'enabled'),
        ),
      () =>
        every(
          shippers.map(({ host: on, counts }) => ({ host: on, counts })),
          'has sent lines, and dropped none',
          ({ counts }) => counts !== undefined && counts.sent > 0 && counts.dropped === 0,
        ),
      () =>
        every(
          shippers.map(({ host: on, counts }) => ({ host: on, counts })),
          'has its lines taken',
          ({ counts }) =>
            counts !== undefined &&
            counts.pushes > 0 &&
            counts.failed / counts.pushes <= parameter.number('p.logs.max_error_ratio'),
        ),
      () =>
        every(
          hosts().map(({ name }) => ({ host: name })),
          'is heard of at Loki',
          (it) => (lab.lokiStatus.hosts[it.host] ?? 0) > 0,
        ),
    )
  },
)
