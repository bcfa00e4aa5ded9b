import type { Container, ContainerVolume } from '../../collectors/containers.ts'
import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import type { ComposeService } from './service.ts'

/** The container as the engine would have it. `now` is the one that it replaces. */
export function containerAfter(
  { name, container, says }: ComposeService,
  now: Container | undefined,
  startedAt: string,
): Container {
  const words = (key: string) =>
    says[key] === undefined
      ? []
      : list(says[key], `${key} of ${name}`).map((one) => text(`${one}`, `${key} of ${name}`))
  const say = (key: string, otherwise: string) =>
    says[key] === undefined ? otherwise : text(`${says[key]}`, `${key} of ${name}`)
  const image = imageOf(says, now, name)
  return {
    id: now?.id ?? 'planned',
    name: container,
    image,
    status: 'running',
    isRunning: true,
    ...healthOf(says, now),
    startedAt,
    restartCount: 0,
    restartPolicy: say('restart', 'no').split(':')[0] ?? 'no',
    user: says.user === undefined ? userOf(image, now, name) : say('user', ''),
    envNames: [...new Set([...(now?.envNames ?? []), ...namesOf(says.environment)])],
    isPrivileged: says.privileged === true,
    capAdd: words('cap_add'),
    capDrop: words('cap_drop'),
    securityOptions: words('security_opt'),
    namespaces: {
      pid: say('pid', ''),
      ipc: say('ipc', 'private'),
      uts: say('uts', ''),
      network: say('network_mode', now?.namespaces.network ?? 'default'),
      userns: say('userns_mode', ''),
      cgroup: say('cgroup', 'private'),
    },
    devices: words('devices').map((device) => device.split(':')[0] ?? device),
    deviceRequests: requestsOf(says, name),
    runtime: say('runtime', 'runc'),
    mounts: mountsOf(says, now, name),
  }
}

function imageOf(says: ComposeService['says'], now: Container | undefined, name: string): string {
  if (says.image !== undefined) return text(says.image, `image of ${name}`)
  if (now && says.build === undefined) return now.image
  throw new Unseen('not asked', `the image of ${name} is known only once it is built`)
}

/** Who a container runs as, is the image’s own word where the file says nothing. */
function userOf(image: string, now: Container | undefined, name: string): string {
  if (now?.image === image) return now.user
  throw new Unseen(
    'not asked',
    `who ${name} runs as is in its image, which nobody looked at: set user`,
  )
}

function healthOf(says: ComposeService['says'], now: Container | undefined) {
  if (now?.health !== undefined) return { health: now.health }
  return says.healthcheck === undefined ? {} : { health: 'healthy' }
}

const namesOf = (environment: unknown): readonly string[] =>
  Array.isArray(environment)
    ? environment.map((entry) => `${entry}`.split('=')[0] ?? '')
    : Object.keys((environment as object | undefined) ?? {})

function requestsOf(says: ComposeService['says'], name: string): readonly string[] {
  const deploy = says.deploy === undefined ? {} : object(says.deploy, `deploy of ${name}`)
  const resources = object(deploy.resources ?? {}, `resources of ${name}`)
  const reserved = object(resources.reservations ?? {}, `reservations of ${name}`)
  return list(reserved.devices ?? [], `devices of ${name}`).flatMap((value) => {
    const device = object(value, `a device of ${name}`)
    const capabilities = list(device.capabilities ?? [], `capabilities of ${name}`)
    return [
      ...(device.driver === undefined ? [] : [`${device.driver}`]),
      ...capabilities.map(String),
    ]
  })
}

/** A volume that the engine made is known by where it is mounted: its folder is the engine’s own affair. */
function mountsOf(
  says: ComposeService['says'],
  now: Container | undefined,
  name: string,
): readonly ContainerVolume[] {
  const listed = (says.volumes === undefined ? [] : list(says.volumes, `volumes of ${name}`)).map(
    (one) => volumeOf(one, name),
  )
  const isAt = (one: ContainerVolume) => (other: ContainerVolume) =>
    other.destination === one.destination
  const made = listed.map((one) => {
    const there = now?.mounts.find(isAt(one))
    const isLike = there?.type === one.type && there.isWritable === one.isWritable
    return there && isLike && (one.type === 'volume' || there.source === one.source) ? there : one
  })
  const ofImage = (now?.mounts ?? []).filter(
    (one) => one.type === 'volume' && !listed.some(isAt(one)),
  )
  const order = (one: ContainerVolume) => now?.mounts.findIndex(isAt(one)) ?? -1
  return [...made, ...ofImage].sort((a, b) => order(a) - order(b))
}

/** `source:target:ro`, or the long form. */
function volumeOf(value: unknown, name: string): ContainerVolume {
  if (typeof value === 'object' && value !== null) {
    const {
      type = 'volume',
      source = '',
      target,
      read_only: isReadOnly,
    } = object(value, 'a volume')
    return mounted(
      text(type, 'type of a volume'),
      `${source}`,
      text(target, 'target'),
      isReadOnly === true,
    )
  }
  const [source = '', target, options = ''] = text(value, `a volume of ${name}`).split(':')
  if (target === undefined) return mounted('volume', '', source, false)
  const isPath = /^[./~]/.test(source)
  return mounted(isPath ? 'bind' : 'volume', source, target, options.split(',').includes('ro'))
}

const mounted = (
  type: string,
  source: string,
  destination: string,
  isReadOnly: boolean,
): ContainerVolume => ({
  type,
  source,
  destination,
  isWritable: !isReadOnly,
  propagation: type === 'bind' ? 'rprivate' : '',
})
