import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { EACH_RUNNING, runningOf } from './docker/running.ts'

/** Who is in which network namespace of a host, as the kernel has it. */
export interface NetworkSpaces {
  /** The namespace of the machine itself, e.g. `net:[4026531840]`. */
  readonly own: string
  /** Running containers and the namespace that their first process is in. */
  readonly containers: readonly SpaceOf[]
  /** Containers that do not run: they are in none. */
  readonly stopped: readonly string[]
  /** Processes in any other namespace than the machine's; complete when root looked. */
  readonly processes: Census<SpaceMember>
}

export interface SpaceOf {
  readonly container: string
  readonly space: string
}

export interface SpaceMember {
  readonly space: string
  readonly pid: number
  readonly program: string
  /** Id of the container that it belongs to by its control group; absent for a process of the machine. */
  readonly containerId?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    networkSpaces: NetworkSpaces
  }
}

/**
 * Namespaces by inode. The engine remembers which container another one was tied to; after a restart of
 * that one the kernel knows better.
 *
 * @source /proc/PID/ns/net, /proc/PID/cgroup as root; docker-inspect(1) for the PIDs
 */
export const networkSpaces = hostCollector('networkSpaces', {
  where: ({ name }, { tunnel }) => tunnel?.host === name,
  timeoutSeconds: 40,
  command: `o=$(readlink /proc/1/ns/net || readlink /proc/self/ns/net) || exit; echo "own $o"; echo "uid $(id -u)"; ${EACH_RUNNING('readlink "/proc/$p/ns/net" || exit')}; for d in /proc/[0-9]*; do n=$(readlink "$d/ns/net" 2>/dev/null) || { ! grep -qs '^State:.[^ZX]' "$d/status" || echo "unread \${d#/proc/}"; continue; }; [ "$n" != "$o" ] || continue; c=; read -r c 2>/dev/null <"$d/comm" || continue; g=$(sed -nE 's,.*([0-9a-f]{64}).*,\\1,p' "$d/cgroup" 2>/dev/null | head -n 1); echo "process $n \${d#/proc/} \${g:--} $c"; done; echo looked`,
  parse: ({ stdout }): NetworkSpaces => {
    const [, own, uid, middle, rest] =
      /^own (net:\[\d+\])\nuid (\d+)\n([\s\S]*?listed\n)([\s\S]*)$/.exec(stdout) ?? []
    if (!own || !uid || middle === undefined || rest === undefined)
      throw new Unseen('cut short', 'the look at network namespaces did not come to its end')
    const lines = rest.trimEnd().split('\n')
    if (lines.pop() !== 'looked') throw new Unseen('cut short', 'the list of processes has no end')
    const { running, stopped } = runningOf(middle)
    const unread = lines.filter((line) => line.startsWith('unread '))
    const items = lines.filter((line) => !line.startsWith('unread ')).map(memberOf)
    return {
      own,
      containers: running.map(({ name, lines: [space] }) => ({
        container: name,
        space: spaceOf(space),
      })),
      stopped,
      processes:
        uid === '0' && unread.length === 0
          ? { items, complete: true }
          : {
              items,
              complete: false,
              because: `${unread.length || 'some'} processes do not show their namespace: let the login become root`,
            },
    }
  },
})

function spaceOf(line: string | undefined): string {
  if (line === undefined || !/^net:\[\d+\]$/.test(line))
    throw new Unseen('not understood', 'the network namespace of a container has another form')
  return line
}

function memberOf(line: string): SpaceMember {
  const [, space, pid, id, program] =
    /^process (net:\[\d+\]) (\d+) (-|[0-9a-f]{64}) (.*)$/.exec(line) ?? []
  if (!space || !pid || !id || program === undefined)
    throw new Unseen('not understood', 'a process is not described as it should be')
  return { space, pid: Number(pid), program, ...(id === '-' ? {} : { containerId: id }) }
}
