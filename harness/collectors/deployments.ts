import { hostCollector } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { isComposed } from './docker/composed.ts'

/** How a container came about, and what it runs of which image. */
export interface Deployment {
  readonly container: string
  readonly isRunning: boolean
  /** As it was asked for, e.g. `nextcloud:31.0.9-apache@sha256:…`. */
  readonly image: string
  /** Id of the image that it runs. */
  readonly imageId: string
  /** Project and service of Docker Compose; absent when something else made it. */
  readonly compose?: {
    readonly project: string
    readonly service: string
    readonly files: readonly string[]
    /** Compose's own digest of the service’s definition, of when it was made. */
    readonly hash: string
    /** Whether it is a single run beside the service. */
    readonly isOneOff: boolean
  }
  /** Pod of Kubernetes that it belongs to. */
  readonly pod?: string
  readonly ports: readonly PublishedPort[]
  /** Names of its networks. */
  readonly networks: readonly string[]
  /** Bytes that it has written beside its volumes. */
  readonly writtenBytes: number
}

/** A port of a container that the host answers on; `0.0.0.0` and `::` are every address. */
export interface PublishedPort {
  readonly address: string
  readonly port: number
  readonly containerPort: number
}

export interface ImageInUse {
  readonly id: string
  readonly createdAt: string
  /** E.g. `nextcloud@sha256:…`; none for one that was built here. */
  readonly digests: readonly string[]
  /** Folders for which the image asks for a volume. */
  readonly volumes: readonly string[]
}

export interface Deployments {
  readonly containers: readonly Deployment[]
  /** Images that these containers run. */
  readonly images: readonly ImageInUse[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    deployments: Deployments
  }
}

const label = (name: string) => `{{json (index .Config.Labels "${name}")}}`
const CONTAINER = [
  '"name":{{json .Name}},"running":{{json .State.Running}},"image":{{json .Config.Image}}',
  '"imageId":{{json .Image}},"size":{{json .SizeRw}},"ports":{{json .NetworkSettings.Ports}}',
  '"networks":[{{range $n, $v := .NetworkSettings.Networks}}{{json $n}},{{end}}null]',
  `"project":${label('com.docker.compose.project')},"service":${label('com.docker.compose.service')}`,
  `"files":${label('com.docker.compose.project.config_files')},"hash":${label('com.docker.compose.config-hash')}`,
  `"oneoff":${label('com.docker.compose.oneoff')},"pod":${label('io.kubernetes.pod.name')}`,
].join()
const IMAGE =
  '"id":{{json .Id}},"created":{{json .Created}},"digests":{{json .RepoDigests}},"volumes":{{json .Config.Volumes}}'

/**
 * Containers with the labels of what made them, and their images. Only labels of Compose and Kubernetes are asked for.
 *
 * @source docker-inspect(1) of containers and images
 */
export const deployments = hostCollector('deployments', {
  where: isComposed,
  timeoutSeconds: 60,
  command: `i=$(docker ps -aq --no-trunc) || exit; if [ -n "$i" ]; then docker inspect --size --type container --format 'container {${CONTAINER}}' $i || exit; m=$(docker inspect --type container --format '{{.Image}}' $i) || exit; docker inspect --type image --format 'image {${IMAGE}}' $(printf '%s\\n' "$m" | sort -u) || exit; fi; echo listed`,
  parse: ({ stdout }): Deployments => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed')
      throw new Unseen('cut short', 'the list of containers and images has no end')
    const rows = (kind: string) =>
      lines
        .filter((line) => line.startsWith(`${kind} {`))
        .map((line) => object(parseJson(line.slice(kind.length + 1), 'docker inspect'), kind))
    const [containers, images] = [rows('container'), rows('image')]
    if (containers.length + images.length !== lines.length)
      throw new Unseen('not understood', 'a line is neither about a container nor an image')
    return { containers: containers.map(deploymentOf), images: images.map(imageOf) }
  },
})

type Row = Readonly<Record<string, unknown>>

function deploymentOf(row: Row): Deployment {
  const name = text(row.name, 'name of a container').replace(/^\//, '')
  const say = (key: string) => text(row[key], `${key} of ${name}`)
  return {
    container: name,
    isRunning: row.running === true,
    image: say('image'),
    imageId: say('imageId'),
    ...(say('project') === ''
      ? {}
      : {
          compose: {
            project: say('project'),
            service: say('service'),
            files: say('files').split(',').filter(Boolean),
            hash: say('hash'),
            isOneOff: say('oneoff') === 'True',
          },
        }),
    ...(say('pod') === '' ? {} : { pod: say('pod') }),
    ports: Object.entries(object(row.ports, `ports of ${name}`)).flatMap(([port, bound]) =>
      bound === null ? [] : list(bound, `bindings of ${name}`).map((at) => portOf(at, port)),
    ),
    networks: list(row.networks, `networks of ${name}`)
      .filter((one) => one !== null)
      .map((one) => text(one, `a network of ${name}`)),
    writtenBytes: number(row.size ?? 0, `size of ${name}`),
  }
}

function portOf(value: unknown, port: string): PublishedPort {
  const { HostIp, HostPort } = object(value, 'a binding')
  return {
    address: text(HostIp, 'HostIp'),
    port: number(HostPort, 'HostPort'),
    containerPort: number(port.replace(/\/.*/, ''), 'a port of a container'),
  }
}

const imageOf = (row: Row): ImageInUse => ({
  id: text(row.id, 'id of an image'),
  createdAt: text(row.created, 'created of an image'),
  digests: list(row.digests ?? [], 'digests of an image').map((one) => text(one, 'a digest')),
  volumes: Object.keys(object(row.volumes ?? {}, 'volumes of an image')),
})
