import { hostCollector } from '../model/collector.ts'
import { object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { isComposed } from './docker/composed.ts'

/** The container engine of a host, as its own client finds it there. */
export interface DockerVersion {
  /** E.g. `28.5.1`; of the server. */
  readonly engine: string
  /** Name of the machine that the server runs on: another one when DOCKER_HOST leads elsewhere. */
  readonly hostname: string
  /** E.g. `2.40.0`; absent without the plug-in. */
  readonly compose?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    dockerVersion: DockerVersion
  }
}

/**
 * Engine and Compose plug-in of a host.
 *
 * @source docker-info(1), docker compose version
 */
export const dockerVersion = hostCollector('dockerVersion', {
  where: isComposed,
  command:
    'docker info --format \'{"engine":{{json .ServerVersion}},"hostname":{{json .Name}}}\' || exit; if c=$(docker compose version --short 2>/dev/null); then echo "compose $c"; else echo "no compose"; fi',
  parse: ({ stdout }): DockerVersion => {
    const [first = '', second = ''] = stdout.trim().split('\n')
    const info = object(parseJson(first, 'docker info'), 'docker info')
    const compose = /^compose v?(\d+\.\d+\.\d+\S*)$/.exec(second)?.[1]
    if (compose === undefined && second !== 'no compose')
      throw new Unseen('not understood', 'docker does not say whether it has Compose')
    return {
      engine: release(info.engine),
      hostname: text(info.hostname, 'name of the engine’s machine'),
      ...(compose === undefined ? {} : { compose }),
    }
  },
})

function release(value: unknown): string {
  const written = text(value, 'version of the engine')
  if (!/^\d+\.\d+/.test(written))
    throw new Unseen('not understood', 'the engine has no version: the client reached no server')
  return written
}
