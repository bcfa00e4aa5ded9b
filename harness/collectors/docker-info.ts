import { hostCollector } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { hasEngine } from './machines/asked.ts'

/** The Docker engine that answers the command of a host. */
export interface DockerInfo {
  /** Made anew with its data; a clone has that of its original. */
  readonly id: string
  /** Name of the machine it runs on, as it says. */
  readonly name: string
  readonly version: string
  /** E.g. `overlay2`; `vfs` copies every layer. */
  readonly driver: string
  /** Folder of its data, links followed. */
  readonly root: string
  /** File system that this folder is on, e.g. `ext4`, `zfs`, `nfs4`. */
  readonly rootType: string
  /** `inactive` when it is in no swarm; `pending`, `error` and `locked` are in one. */
  readonly swarm: string
  /** How many containers it counts, of any state. */
  readonly count: number
  readonly runtimes: readonly string[]
  readonly defaultRuntime: string
  /** What it is made of: `Engine`, `containerd` …; a stand-in names others. */
  readonly components: readonly string[]
  /** Device and inode of its socket, e.g. `46:1234`. */
  readonly socket: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    dockerInfo: DockerInfo
  }
}

const FIELDS =
  '"id":{{json .ID}},"name":{{json .Name}},"version":{{json .ServerVersion}},"driver":{{json .Driver}},"swarm":{{json .Swarm.LocalNodeState}},"count":{{json .Containers}},"runtimes":[{{$c := ""}}{{range $k, $v := .Runtimes}}{{$c}}{{json $k}}{{$c = ","}}{{end}}],"defaultRuntime":{{json .DefaultRuntime}}'

/**
 * Who answers, by the socket of the system and whatever a profile of the login says otherwise.
 *
 * @source docker-info(1), docker-version(1) of Engine 20.10 or later, stat(1)
 */
export const dockerInfo = hostCollector('dockerInfo', {
  where: hasEngine,
  command: `unset DOCKER_HOST DOCKER_CONTEXT; s=/var/run/docker.sock; i=$(docker -H "unix://$s" info --format '{${FIELDS}}') || exit; printf '%s\\n' "$i"; docker -H "unix://$s" version --format '{{range .Server.Components}}component {{.Name}}{{"\\n"}}{{end}}' || exit; r=$(docker -H "unix://$s" info --format '{{.DockerRootDir}}') && r=$(readlink -f "$r") && t=$(stat -f -c %T "$r") || exit; echo "root $t $r"; stat -L -c 'socket %d:%i' "$s"`,
  parse: ({ stdout }): DockerInfo => {
    const [json = '', ...lines] = stdout.trimEnd().split('\n')
    const row = object(parseJson(json, 'docker info'), 'docker info')
    const after = (key: string) =>
      lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
    const [, rootType, root] = /^(\S+) (\/.*)$/.exec(after('root')[0] ?? '') ?? []
    const [socket] = after('socket')
    if (!rootType || !root || !/^\d+:\d+$/.test(socket ?? ''))
      throw new Unseen('cut short', 'the engine did not say where its data and its socket are')
    return {
      id: text(row.id, 'ID of the engine'),
      name: text(row.name, 'Name of the engine'),
      version: text(row.version, 'ServerVersion'),
      driver: text(row.driver, 'Driver'),
      root,
      rootType,
      swarm: text(row.swarm, 'Swarm.LocalNodeState'),
      count: number(row.count, 'Containers'),
      runtimes: list(row.runtimes, 'Runtimes').map((name) => text(name, 'a runtime')),
      defaultRuntime: text(row.defaultRuntime, 'DefaultRuntime'),
      components: after('component'),
      socket: socket ?? '',
    }
  },
})
