import { hostCollector } from '../model/collector.ts'
import { flag, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { isComposed } from './docker/composed.ts'

/** A network of the container engine. */
export interface ContainerNetwork {
  readonly name: string
  /** `bridge`, `host`, `null`, `macvlan`, `ipvlan`, `overlay`. */
  readonly driver: string
  /** Whether nothing outside can be reached from it. */
  readonly isInternal: boolean
  /** Names of the containers on it, when running. */
  readonly containers: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    containerNetworks: readonly ContainerNetwork[]
  }
}

/** @source docker-network-inspect(1) */
export const containerNetworks = hostCollector('containerNetworks', {
  where: isComposed,
  command:
    'n=$(docker network ls -q --no-trunc) || exit; docker network inspect --format \'{"name":{{json .Name}},"driver":{{json .Driver}},"internal":{{json .Internal}},"containers":{{json .Containers}}}\' $n || exit; echo listed',
  parse: ({ stdout }): readonly ContainerNetwork[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed' || lines.length === 0)
      throw new Unseen('cut short', 'the list of networks has no end, or no network')
    return lines.map((line) => {
      const row = object(parseJson(line, 'docker network inspect'), 'a network')
      const name = text(row.name, 'name of a network')
      return {
        name,
        driver: text(row.driver, `driver of ${name}`),
        isInternal: flag(row.internal, `internal of ${name}`),
        containers: Object.values(object(row.containers ?? {}, `containers of ${name}`)).map(
          (one) => text(object(one, 'a container').Name, `a container of ${name}`),
        ),
      }
    })
  },
})
