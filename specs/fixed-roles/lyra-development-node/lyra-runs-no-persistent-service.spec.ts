import { all, control, none } from '#harness'

control(
  'Nothing on Lyra is meant to last: no container comes back, no service of its own starts, no port is offered',
  {
    statement: 'FR-19',
    impact: 'high',
    kind: 'placement',
    standards: ['CM-7', 'SC-2', 'CIS-4.8', 'CIS-16.8'],
    remedy:
      '`docker update --restart=no`, `docker rm -f` what has outlived its test, `loginctl disable-linger`, and `systemctl disable --now` what no package brought; a service belongs on Proxima.',
  },
  ({ host, isRecent, need, parameter, vantage }) => {
    const name = need('development').host
    const ports = parameter.words('p.lyra.lan_ports').map(Number)
    const longest = parameter.seconds('p.lyra.max_container_age')
    const { crons, lingering, units } = host(name).startUps
    const look = () => {
      const seen = vantage('lan').openPorts
      return { ...seen, items: seen.items.filter((it) => it.host === name) }
    }
    all(
      // One that is stopped comes back with the engine all the same.
      () => none(host(name).workloads, 'comes back by itself', ({ comesBack }) => comesBack),
      () =>
        none(
          host(name).workloads,
          'runs for longer than a test',
          ({ isRunning, startedAt }) => isRunning && !isRecent(startedAt, longest),
        ),
      () => none(look(), 'is offered to the LAN', ({ port }) => !ports.includes(port)),
      () =>
        none(
          host(name).listeners.filter(({ address }) => !/^(127\.|::1$)/.test(address)),
          'listens beyond the machine itself',
          ({ port }) => !ports.includes(port),
        ),
      () =>
        none(
          units,
          'is a service of nobody’s package',
          ({ isActive, owner, state }) =>
            owner === undefined && (isActive || /^(enabled|linked)/.test(state)),
        ),
      () => none(lingering, 'has units that run without a session', () => true),
      () =>
        none(
          crons,
          'starts something with the machine, or is a job of nobody’s package',
          ({ atBoot, owner }) => atBoot || owner === undefined,
        ),
      () =>
        none(
          host(name).engines,
          'is an engine of a user',
          ({ kind, isInGuest, name: engine, uid = 0 }) =>
            (kind === 'process' && !isInGuest && uid !== 0 && engine !== 'containerd-shim') ||
            (kind === 'socket' && engine.startsWith('/run/user/')) ||
            (kind === 'enabled' && /\/systemd\/user\//.test(engine)),
        ),
    )
  },
)
