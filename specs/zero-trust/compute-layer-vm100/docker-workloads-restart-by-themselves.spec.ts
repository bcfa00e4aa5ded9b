import { all, control, every, none, the } from '#harness'

control(
  'Workloads in Docker come back by themselves, are well now and do not crash in a loop',
  {
    statement: 'ZT-38',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CP-10', 'SI-13', 'CM-6'],
    remedy:
      'Set `restart: unless-stopped` and start it again (`docker compose up -d`), as one that was stopped by hand stays down; `systemctl enable docker containerd`; look for the reason of restarts in `docker logs`.',
  },
  ({ ageSeconds, host, hosts, inventory, parameter }) => {
    const most = parameter.number('p.docker.max_restarts')
    const window = parameter.seconds('p.docker.window')
    const engines = hosts('compute')
    const declared = inventory.services.filter(({ runtime }) => runtime === 'docker')

    all(
      ...engines.flatMap(({ name }) => {
        const seen = () => {
          const { containers } = host(name)
          return declared
            .filter((service) => service.host === name)
            .map((service) => {
              const it = the(
                containers,
                `container ${service.name}`,
                (c) => c.name === service.name,
              )
              const { isRunning, status, health = 'none', restartPolicy } = it
              const { restartCount, startedAt } = it
              return {
                host: name,
                container: it.name,
                isRunning,
                status,
                health,
                restartPolicy,
                restartCount,
                startedAt,
              }
            })
        }
        return [
          () =>
            every(seen(), 'is started again by the engine', ({ restartPolicy }) =>
              ['always', 'unless-stopped'].includes(restartPolicy),
            ),
          () => every(seen(), 'runs', ({ isRunning, status }) => isRunning && status === 'running'),
          () =>
            every(seen(), 'is healthy, or has no health check', ({ health }) =>
              ['healthy', 'none'].includes(health),
            ),
          // The count never goes back: those before the last start are of the window only if it is.
          () =>
            none(
              seen(),
              'was restarted too often',
              ({ restartCount, startedAt }) =>
                restartCount > most && ageSeconds(startedAt) <= window,
            ),
          () =>
            every(
              ['docker.service', 'containerd.service'].map((unit) => {
                const it = the(host(name).services, unit, (service) => service.unit === unit)
                return {
                  host: name,
                  unit,
                  activeState: it.activeState,
                  unitFileState: it.unitFileState,
                }
              }),
              'starts with the machine, and runs',
              ({ activeState, unitFileState }) =>
                activeState === 'active' && unitFileState === 'enabled',
            ),
        ]
      }),
    )
  },
)
