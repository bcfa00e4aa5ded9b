import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { EACH_RUNNING, type Running, runningOf } from './docker/running.ts'
import { capabilitiesOf } from './text/capabilities.ts'
import { type IdRange, rangeOf } from './text/id-map.ts'

/** What the kernel lets the processes of one container do. */
export interface ContainerProcess {
  readonly container: string
  /** Users its first process runs as, in ids of the host: real, effective, saved, file system. */
  readonly uids: readonly number[]
  /** Ids inside, and the ids of the host that they are. */
  readonly users: readonly IdRange[]
  /** Capabilities it can ever have, without `CAP_`, sorted. */
  readonly bounding: readonly string[]
  readonly effective: readonly string[]
  /** 2: a filter is in force. */
  readonly seccomp: number
  readonly hasNoNewPrivileges: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** First process of each running container; empty when none runs. */
    containerUidMaps: readonly ContainerProcess[]
  }
}

/**
 * User ids and capabilities of running containers, as the kernel has them.
 *
 * @source /proc/PID/uid_map and /proc/PID/status, proc(5); docker-inspect(1) for the PIDs
 */
export const containerUidMaps = hostCollector('containerUidMaps', {
  roles: ['compute'],
  command: EACH_RUNNING(
    's=$(sed -nE "s/^(Uid|CapBnd|CapEff|Seccomp|NoNewPrivs):[[:space:]]*/\\1 /p" "/proc/$p/status") || exit; echo "$s"; sed "s/^/map /" "/proc/$p/uid_map" || exit',
  ),
  parse: ({ stdout }): readonly ContainerProcess[] => runningOf(stdout).running.map(processOf),
})

function processOf({ name, lines }: Running): ContainerProcess {
  const after = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
  const one = (key: string, form: RegExp): string => {
    const [value = '', ...more] = after(key)
    if (more.length > 0 || !form.test(value))
      throw new Unseen('not understood', `${key} of container ${name} has another form`)
    return value
  }
  const users = after('map').map(rangeOf)
  if (users.length === 0)
    throw new Unseen('not understood', `container ${name} has no map of user ids`)
  return {
    container: name,
    uids: one('Uid', /^\d+(\s+\d+){3}$/)
      .split(/\s+/)
      .map(Number),
    users,
    bounding: capabilitiesOf(one('CapBnd', /^[0-9a-f]{16}$/)),
    effective: capabilitiesOf(one('CapEff', /^[0-9a-f]{16}$/)),
    seccomp: Number(one('Seccomp', /^[012]$/)),
    hasNoNewPrivileges: one('NoNewPrivs', /^[01]$/) === '1',
  }
}
