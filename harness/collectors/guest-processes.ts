import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type IdRange, rangeOf } from './text/id-map.ts'

/** A running container, seen from the hypervisor: its first process, as the kernel holds it. */
export interface GuestProcess {
  readonly vmid: number
  readonly pid: number
  readonly users: readonly IdRange[]
  readonly groups: readonly IdRange[]
  /** 2: a filter is in force. */
  readonly seccomp: number
  /** `pid:[4026532862]`: equal inside and outside exactly for the same container. */
  readonly pidNamespace: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Containers that `pct` lists as running; empty when none is. */
    guestProcesses: readonly GuestProcess[]
  }
}

/**
 * Whose rights the processes of every running container have.
 *
 * @source pct(1), lxc-info(1), proc(5)
 */
export const guestProcesses = hostCollector('guestProcesses', {
  roles: ['hypervisor'],
  command:
    'l=$(pct list) || exit; echo listed; for i in $(printf "%s\\n" "$l" | sed -n "s/^ *\\([0-9][0-9]*\\)  *running.*/\\1/p"); do p=$(lxc-info -n "$i" -pH) || exit; echo "guest $i $p"; sed "s/^/uid /" "/proc/$p/uid_map" || exit; sed "s/^/gid /" "/proc/$p/gid_map" || exit; s=$(sed -n "s/^Seccomp:[^0-9]*/seccomp /p" "/proc/$p/status") || exit; echo "$s"; n=$(readlink "/proc/$p/ns/pid") || exit; echo "ns $n"; done',
  parse: ({ stdout }): readonly GuestProcess[] => {
    const [first, ...guests] = stdout.trimEnd().split(/\n(?=guest )/)
    if (first !== 'listed')
      throw new Unseen('not understood', 'the list of containers did not begin as it should')
    return guests.map(processOf)
  },
})

function processOf(block: string): GuestProcess {
  const lines = block.split('\n')
  const [, vmid, pid] = /^guest (\d+) (\d+)$/.exec(lines[0] ?? '') ?? []
  const after = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
  const [seccomp] = after('seccomp')
  const [pidNamespace] = after('ns')
  const [users, groups] = [after('uid').map(rangeOf), after('gid').map(rangeOf)]
  const whole = users.length > 0 && groups.length > 0 && /^[012]$/.test(seccomp ?? '')
  if (!vmid || !pid || !whole || !pidNamespace?.startsWith('pid:['))
    throw new Unseen('not understood', 'the answer about a running container is not whole')
  return {
    vmid: Number(vmid),
    pid: Number(pid),
    users,
    groups,
    seccomp: Number(seccomp),
    pidNamespace,
  }
}
