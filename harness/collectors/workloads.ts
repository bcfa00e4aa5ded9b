import { hostCollector } from '../model/collector.ts'
import { flag, list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { hasEngine } from './machines/asked.ts'

/** A container as part of what a host is for: whose it is, how it is reached and how it fares. */
export interface Workload {
  readonly id: string
  readonly name: string
  /** Without its tag or digest, e.g. `ghcr.io/goauthentik/server`. */
  readonly image: string
  /** Tag or digest; empty when none is named. */
  readonly version: string
  /** Compose project and service; absent for a container that compose did not make. */
  readonly project?: string
  readonly service?: string
  /** Digest of the definition that compose made it from. */
  readonly configHash?: string
  /** Files that definition was read from, in their order. */
  readonly configFiles: readonly string[]
  /** Whether it is the process of a game server, made by Wings. */
  readonly isGameServer: boolean
  /** `running`, `exited`, `created`, `paused`, `restarting`, `dead`. */
  readonly status: string
  readonly isRunning: boolean
  /** `healthy`, `unhealthy`, `starting`; absent without a health check. */
  readonly health?: string
  readonly startedAt: string
  readonly restartCount: number
  /** Whether it comes back by itself with the engine. */
  readonly comesBack: boolean
  /** As configured: `bridge`, the name of a network, `host`, `container:<id>`. */
  readonly networkMode: string
  /** Networks that it has an address of its own in. */
  readonly networks: readonly string[]
  readonly published: readonly PublishedPort[]
  /** Most memory it may use, bytes; 0 is no limit. */
  readonly memoryBytes: number
}

/** A port of the machine that leads into the container. */
export interface PublishedPort {
  readonly address: string
  readonly port: number
  readonly protocol: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every container of the host's engine, stopped ones included. */
    workloads: readonly Workload[]
  }
}

const LABELS: Readonly<Record<string, string>> = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  hash: 'com.docker.compose.config-hash',
  files: 'com.docker.compose.project.config_files',
  kind: 'ContainerType',
}
const FIELDS: Readonly<Record<string, string>> = {
  id: '.ID',
  name: '.Name',
  image: '.Config.Image',
  status: '.State.Status',
  running: '.State.Running',
  startedAt: '.State.StartedAt',
  restartCount: '.RestartCount',
  restartPolicy: '.HostConfig.RestartPolicy.Name',
  network: '.HostConfig.NetworkMode',
  networks: '.NetworkSettings.Networks',
  ports: '.NetworkSettings.Ports',
  memory: '.HostConfig.Memory',
}
const TEMPLATE = [
  ...Object.entries(FIELDS).map(([key, path]) => `"${key}":{{json ${path}}}`),
  ...Object.entries(LABELS).map(
    ([key, label]) => `"${key}":{{json (index .Config.Labels "${label}")}}`,
  ),
  '"health":{{if .State.Health}}{{json .State.Health.Status}}{{else}}null{{end}}',
].join()

/**
 * Every container by the work it does. Of its labels only those that say where it comes from are asked
 * for: others may hold secrets.
 *
 * @source docker-inspect(1), Engine 20.10 or later; the count of docker-info(1) proves that the list is whole
 */
export const workloads = hostCollector('workloads', {
  where: (host, inventory) =>
    hasEngine(host, inventory) ||
    inventory.placement?.stacks.some((stack) => stack.host === host.name) === true,
  command: `n=$(docker info --format '{{.Containers}}') || exit; i=$(docker ps -aq --no-trunc) || exit; [ -z "$i" ] || docker inspect --type container --format '{${TEMPLATE}}' $i || exit; echo "listed $n"`,
  parse: ({ stdout }): readonly Workload[] => {
    const lines = stdout.trimEnd().split('\n')
    const [, count] = /^listed (\d+)$/.exec(lines.pop() ?? '') ?? []
    if (count === undefined) throw new Unseen('cut short', 'the list of containers has no end')
    if (Number(count) !== lines.length)
      throw new Unseen(
        'cut short',
        `the engine counts ${count} containers and showed ${lines.length}`,
      )
    return lines.map((line) => workloadOf(object(parseJson(line, 'docker inspect'), 'a container')))
  },
})

function workloadOf(row: Readonly<Record<string, unknown>>): Workload {
  const say = (key: string) => text(row[key], key)
  const [image, version] = imageOf(say('image'))
  const maybe = (key: string, label: string) => (say(label) === '' ? {} : { [key]: say(label) })
  return {
    id: say('id'),
    name: say('name').replace(/^\//, ''),
    image,
    version,
    ...maybe('project', 'project'),
    ...maybe('service', 'service'),
    ...maybe('configHash', 'hash'),
    configFiles: say('files').split(',').filter(Boolean),
    isGameServer: say('kind') === 'server_process',
    status: say('status'),
    isRunning: flag(row.running, 'running'),
    ...(row.health === null ? {} : { health: say('health') }),
    startedAt: say('startedAt'),
    restartCount: number(row.restartCount, 'restartCount'),
    comesBack: ['always', 'unless-stopped'].includes(say('restartPolicy')),
    networkMode: say('network'),
    networks: Object.keys(row.networks === null ? {} : object(row.networks, 'networks')).sort(),
    published: publishedOf(row.ports),
    memoryBytes: number(row.memory, 'memory'),
  }
}

/** Name and tag, or name and digest; the colon of a registry's port is no tag. */
function imageOf(written: string): readonly [image: string, version: string] {
  const [name = '', digest] = written.split('@')
  const [, bare = name, tag] = /^(.+?)(?::([^:/]+))?$/.exec(name) ?? []
  return [bare, tag ?? digest ?? '']
}

function publishedOf(value: unknown): readonly PublishedPort[] {
  const ports = value === null ? {} : object(value, 'ports')
  return Object.entries(ports).flatMap(([inside, bindings]) =>
    (bindings === null ? [] : list(bindings, `bindings of ${inside}`)).map((binding) => {
      const { HostIp, HostPort } = object(binding, `a binding of ${inside}`)
      return {
        address: text(HostIp, 'HostIp'),
        port: number(HostPort, 'HostPort'),
        protocol: inside.split('/')[1] ?? 'tcp',
      }
    }),
  )
}
