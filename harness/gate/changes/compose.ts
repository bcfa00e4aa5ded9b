import { isDeepStrictEqual } from 'node:util'
import { type Container, containers } from '../../collectors/containers.ts'
import { isAsked } from '../../model/collector.ts'
import { Unseen } from '../../model/unseen.ts'
import { change } from '../change.ts'
import { containerAfter } from '../compose/container.ts'
import { type Binding, opened } from '../compose/ports.ts'
import { type ComposeService, servicesOf } from '../compose/service.ts'
import type { ChangeFile, Prediction } from '../prediction.ts'

/**
 * A Compose file of one host: its containers as they would be, and the ports that it publishes. Containers of
 * the host that the file does not name stay as they are.
 *
 * @source https://docs.docker.com/reference/compose-file/, as `docker compose config` resolves it
 */
export const compose = change({
  option: '--compose <file@host>',
  describe: 'a Compose file, as `docker compose config` resolves it, for a host that runs Docker',
  host: (name, { inventory }) =>
    inventory.hosts.some((host) => host.name === name && isAsked(containers, host, inventory)),
  apply: (file, prediction, host) => {
    const services = servicesOf(file)
    for (const service of services) reviseContainer(service, file, prediction, host)
    publish(
      services.flatMap(({ ports }) => ports),
      file,
      prediction,
      host,
    )
    prediction.assumed.add(`containers of ${file.path} start, and are as well as they are now`)
  },
})

function reviseContainer(
  service: ComposeService,
  file: ChangeFile,
  prediction: Prediction,
  host: string,
): void {
  const from = { file, ask: `service ${service.name}` }
  const now = prediction
    .value('containers', host)
    ?.find(({ name }) => name === service.container || name === service.name)
  const after = afterOrReason(service, now, prediction.takenAt)
  if (now && isDeepStrictEqual(after, now)) return
  prediction.revise('containers', host, from, (all) => {
    if (after instanceof Unseen) throw after
    return [...all.filter(({ name }) => name !== now?.name && name !== after.name), after]
  })
  if (now && !(after instanceof Unseen) && isDeepStrictEqual(boundsOf(after), boundsOf(now))) return
  for (const fact of FROM_INSIDE)
    prediction.revise(fact, host, from, () => {
      throw new Unseen('not asked', `what ${service.container} is like inside shows once it runs`)
    })
}

/** Facts that the kernel tells of containers that run. */
const FROM_INSIDE = ['containerMounts', 'containerUidMaps', 'containerNetworks'] as const

/** What the kernel makes a container of: with the same, the inside stays as it is. */
const boundsOf = (of: Container) => [
  ...[of.mounts, of.namespaces, of.user, of.runtime, of.devices],
  ...[of.isPrivileged, of.capAdd, of.capDrop, of.securityOptions],
]

/** The container as it would be; one that the engine would leave alone, as it is. */
function afterOrReason(
  service: ComposeService,
  now: Container | undefined,
  takenAt: string,
): Container | Unseen {
  try {
    const after = containerAfter(service, now, takenAt)
    const { restartCount, startedAt } = now ?? after
    const same = { ...after, restartCount, startedAt }
    return isDeepStrictEqual(same, now) ? same : after
  } catch (error) {
    if (error instanceof Unseen) return error
    throw error
  }
}

/** What a published port opens, on the host and to who looks at it. */
function publish(
  bindings: readonly Binding[],
  file: ChangeFile,
  prediction: Prediction,
  host: string,
): void {
  if (bindings.length === 0) return
  const from = { file, ask: 'ports' }
  prediction.revise('listeners', host, from, (now) => [
    ...now,
    ...bindings
      .flatMap(({ addresses, port, protocol }) =>
        addresses.map((address) => ({ address, port, protocol, programs: ['docker-proxy'] })),
      )
      .filter(
        (one) =>
          !now.some(
            ({ address, port, protocol }) =>
              address === one.address && port === one.port && protocol === one.protocol,
          ),
      ),
  ])
  for (const { name } of prediction.inventory.vantages)
    if (name !== 'internet' && name !== 'stranger')
      prediction.revise('openPorts', name, from, (seen) => opened(seen, bindings, host))
  prediction.assumed.add('what stands between the internet, strangers and the host stays as it is')
}
