import { all, control, every, none } from '#harness'
import { isAtLeast } from './releases.ts'

control(
  'Every Docker host, and no other, runs a supported engine with Compose, and again after a reboot',
  {
    statement: 'LA-32',
    impact: 'medium',
    kind: 'placement',
    standards: ['CM-2', 'CM-8', 'SI-2'],
    remedy:
      'Install docker-ce and docker-compose-plugin from the repository of Docker, `systemctl enable --now docker`; purge engines elsewhere.',
  },
  ({ host, hosts, parameter }) => {
    const engines = hosts('compute').map(({ name }) => ({
      host: name,
      ...host(name).dockerVersion,
    }))
    const elsewhere = hosts().filter(({ role }) => role !== 'compute')

    all(
      () =>
        every(
          engines.map(({ host: name, hostname }) => ({ host: name, hostname })),
          'has the engine that was asked',
          ({ host: name, hostname }) => host(name).identity.hostname === hostname,
        ),
      () =>
        every(
          engines.map(({ host: name, engine }) => ({ host: name, engine })),
          'is a supported engine',
          ({ engine }) => isAtLeast(engine, parameter.text('p.docker.min_version')),
        ),
      () =>
        every(
          engines.map(({ host: name, compose = 'none' }) => ({ host: name, compose })),
          'has a supported Compose',
          ({ compose }) => isAtLeast(compose, parameter.text('p.docker.min_compose')),
        ),
      () =>
        every(
          engines.map(({ host: name }) => ({ host: name })),
          'runs now, and starts with its host',
          ({ host: name }) =>
            host(name).services.some(
              ({ unit, activeState, unitFileState }) =>
                unit === 'docker.service' &&
                activeState === 'active' &&
                unitFileState === 'enabled',
            ),
        ),
      ...elsewhere.map(
        ({ name }) =>
          () =>
            none(host(name).engines, `is an engine on ${name}`, ({ kind }) => kind !== 'binary'),
      ),
    )
  },
)
