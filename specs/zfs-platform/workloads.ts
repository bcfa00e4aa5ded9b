import { all, every, none, same, that, type Views } from '#harness'

/** Images of the services that the document lists, by service, and the machine of each. */
export const SERVICES = [
  { service: 'authentik', on: 'vm-infra', image: /\bgoauthentik\/server$/ },
  { service: 'portainer', on: 'vm-infra', image: /\bportainer\/portainer-(ce|ee)$/ },
  { service: 'redis', on: 'vm-infra', image: /(^|\/)redis$/ },
  { service: 'traefik', on: 'vm-infra', image: /(^|\/)traefik$/ },
  { service: 'nextcloud', on: 'vm-apps', image: /(^|\/)nextcloud$/ },
  { service: 'vaultwarden', on: 'vm-apps', image: /\bvaultwarden\/server$/ },
  { service: 'immich', on: 'vm-apps', image: /\bimmich-app\/immich-server$/ },
  { service: 'jellyfin', on: 'vm-media', image: /(^|\/)jellyfin$/ },
  { service: 'sonarr', on: 'vm-media', image: /(^|\/)sonarr$/ },
  { service: 'radarr', on: 'vm-media', image: /(^|\/)radarr$/ },
  { service: 'prowlarr', on: 'vm-media', image: /(^|\/)prowlarr$/ },
  { service: 'gluetun', on: 'vm-media', image: /(^|\/)gluetun$/ },
  { service: 'panel', on: 'vm-games', image: /\bpelican-dev\/panel$/ },
  { service: 'wings', on: 'vm-games', image: /\bpelican-dev\/wings$/ },
] as const

type Service = (typeof SERVICES)[number]['service']

/** Every machine that runs containers. */
export const engines = ({ need }: Views): readonly string[] => [
  ...new Set(need('placement').stacks.map(({ host }) => host)),
]

/** Whether a program is that of a unit which was declared for the machine. The kernel keeps 15 letters of a name. */
export const isUnit = ({ host, need }: Views, on: string, program: string): boolean =>
  (need('placement').units ?? [])
    .filter((unit) => unit.host === on)
    .some(({ unit }) =>
      host(on).services.some(
        (one) =>
          one.names.includes(unit) && one.program?.split('/').at(-1)?.slice(0, 15) === program,
      ),
    )

/** Containers of a listed service on a machine; running or not. */
export const containersOf = ({ host }: Views, service: Service, on: string) =>
  host(on).workloads.filter(({ image }) =>
    SERVICES.some((one) => one.service === service && one.image.test(image)),
  )

/** The service runs on its machine, steadily, comes back with the engine, and is on no other machine. */
export function runs(views: Views, service: Service): void {
  const { ageSeconds, parameter } = views
  const settled = parameter.seconds('p.docker.settled')
  const home = SERVICES.find((one) => one.service === service)?.on ?? ''

  all(
    () =>
      every(
        containersOf(views, service, home).map(
          ({ name, status, isRunning, health, restartCount, startedAt, comesBack }) => ({
            host: home,
            container: name,
            status,
            isRunning,
            health,
            restartCount,
            startedAt,
            comesBack,
          }),
        ),
        'runs, is well, and comes back by itself',
        ({ status, isRunning, health, restartCount, startedAt, comesBack }) =>
          isRunning &&
          status === 'running' &&
          [undefined, 'healthy'].includes(health) &&
          (restartCount === 0 || ageSeconds(startedAt) > settled) &&
          comesBack,
      ),
    () =>
      that(containersOf(views, service, home).length > 0, 'it has a container', { service, home }),
    () =>
      none(
        engines(views)
          .filter((on) => on !== home)
          .flatMap((on) =>
            containersOf(views, service, on).map(({ name }) => ({ host: on, container: name })),
          ),
        `is ${service} on another machine`,
        () => true,
      ),
  )
}

/** What one page said inside the container; a page nobody declared cannot be judged. */
export function pageOf({ host, inventory }: Views, service: string, path: string) {
  const on = inventory.services.find(({ name }) => name === service)?.host ?? ''
  const found = host(on).insidePages.filter((one) => one.service === service && one.path === path)
  const because = `the page ${path} of ${service} is not declared under placement.health`
  const [page] = found
  all(() => none({ items: [], complete: page !== undefined, because }, 'answers', () => true))
  return page ?? { service, path }
}

/** Exactly the declared containers are on a machine, and nothing else listens on its addresses. */
export function hasOnlyItsOwn(views: Views, on: string): void {
  const { host, need, parameter } = views
  const declared = need('placement')
    .stacks.filter((stack) => stack.host === on)
    .flatMap(({ containers }) => containers)
  const isGames = need('games').host === on
  const { listeners, workloads } = host(on)
  const programs = parameter.words('p.vm.listeners')

  all(
    () =>
      same(
        workloads
          .filter(({ isGameServer, isRunning, comesBack }) =>
            isGames && isGameServer ? false : isRunning || comesBack,
          )
          .map(({ name }) => name),
        declared,
        'containers',
      ),
    () =>
      none(
        listeners
          .filter(({ address }) => !/^(127\.|::1$)/.test(address))
          .map(({ address, port, protocol, programs: by }) => ({
            host: on,
            address,
            port,
            protocol,
            by,
          })),
        'listens, and belongs to no container and to no program of every machine',
        ({ port, protocol, by = [] }) =>
          by.length === 0 ||
          !by.every(
            (program) =>
              programs.includes(program) ||
              (program === 'docker-proxy' &&
                workloads.some(({ published }) =>
                  published.some((one) => one.port === port && one.protocol === protocol),
                )),
          ),
      ),
  )
}
