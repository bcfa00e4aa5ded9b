import { apiCollector } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** The Docker engine that answers at the API `docker`. */
export interface DockerEngine {
  /** Its own id, new with its data. */
  readonly id: string
  /** Name of the machine it runs on, as it says. */
  readonly host: string
  /** E.g. `20.10.24`. */
  readonly version: string
  readonly apiVersion: string
  /** E.g. `name=seccomp,profile=default`, `name=rootless`. */
  readonly securityOptions: readonly string[]
  /** How many containers it counts, of any state. */
  readonly count: number
  readonly containers: readonly EngineContainer[]
}

export interface EngineContainer {
  readonly name: string
  readonly image: string
  /** `running`, `exited`, `created`, `paused`, `restarting`, `dead`. */
  readonly state: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    dockerEngine: DockerEngine
  }
}

/**
 * The engine and its containers. It filters nothing by rights: who may ask sees all.
 *
 * @source GET /info, /version, /containers/json?all=1; API 1.41 or later
 */
export const dockerEngine = apiCollector('dockerEngine', {
  api: 'docker',
  read: async (get): Promise<DockerEngine> => {
    const info = object(await get('/info'), '/info')
    const version = object(await get('/version'), '/version')
    const containers = list(await get('/containers/json?all=1'), '/containers/json')
    const count = number(info.Containers, 'Containers in /info')
    if (containers.length < count)
      throw new Unseen(
        'not permitted',
        `the engine has ${count} containers and lists ${containers.length}`,
      )
    return {
      id: text(info.ID, 'ID in /info'),
      host: text(info.Name, 'Name in /info'),
      version: text(version.Version, 'Version in /version'),
      apiVersion: text(version.ApiVersion, 'ApiVersion in /version'),
      securityOptions: list(info.SecurityOptions, 'SecurityOptions in /info').map((option) =>
        text(option, 'a security option'),
      ),
      count,
      containers: containers.map(containerOf),
    }
  },
})

function containerOf(value: unknown): EngineContainer {
  const row = object(value, 'a container')
  const [name] = list(row.Names, 'Names of a container')
  return {
    name: text(name, 'name of a container').replace(/^\//, ''),
    image: text(row.Image, 'Image of a container'),
    state: text(row.State, 'State of a container'),
  }
}
