import { all, control, every, none } from '#harness'

/** Programs that are applications: as units of a machine they would be tied to it. */
const APPLICATIONS =
  /^(?:apache2|nginx|caddy|mariadb|mysql|postgresql(?:@.*)?|redis(?:-server)?|grafana-server|prometheus|jellyfin|sonarr|radarr|prowlarr|qbittorrent.*|vaultwarden|php.*-fpm)\.service$/

control(
  'Applications are containers of compose, from pinned images, that could be made anew elsewhere',
  {
    statement: 'ZF-120',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'CM-6', 'CM-3'],
    remedy:
      'Put the container into a compose file with a version of its image, and make it with `docker compose up -d`; move an application that systemd runs into a container.',
  },
  ({ host, hosts, inventory }) => {
    const machines = hosts('compute').map(({ name }) => name)
    const running = machines.flatMap((name) =>
      host(name).workloads.map((one) => ({ host: name, ...one })),
    )

    all(
      () =>
        every(
          inventory.services.filter(
            ({ host: on, runtime }) => machines.includes(on) && runtime === 'docker',
          ),
          'is a container on its machine',
          (service) =>
            running.some(
              (one) =>
                one.host === service.host && one.name === (service.container ?? service.name),
            ),
        ),
      () =>
        every(
          running.filter(({ isGameServer }) => !isGameServer),
          'was made by compose from a file, of a version that is pinned',
          ({ project, configFiles, version }) =>
            project !== undefined &&
            configFiles.length > 0 &&
            version !== '' &&
            !/^(latest|stable|main|edge|nightly)$/.test(version),
        ),
      ...machines.map(
        (name) => () =>
          none(
            host(name).services.filter(({ activeState }) => activeState === 'active'),
            'is an application that systemd runs',
            ({ names }) => names.some((unit) => APPLICATIONS.test(unit)),
          ),
      ),
    )
  },
)
