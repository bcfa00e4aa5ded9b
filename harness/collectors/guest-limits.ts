import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What the kernel lets a running container have. */
export interface GuestLimit {
  readonly vmid: number
  /** Absent when it may have all. */
  readonly memoryBytes?: number
  /** Processors, e.g. 2 or 0.5, by quota or by number; absent when it may use all. */
  readonly processors?: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every container that runs on this hypervisor. */
    guestLimits: readonly GuestLimit[]
  }
}

/** @source pct(1) list, cgroups(7) version 2 */
export const guestLimits = hostCollector('guestLimits', {
  where: ({ role }, { segments }) => role === 'hypervisor' && segments !== undefined,
  command:
    'l=$(pct list) || exit; for i in $(printf "%s\\n" "$l" | sed -n "s/^ *\\([0-9][0-9]*\\)  *running.*/\\1/p"); do d=/sys/fs/cgroup/lxc/$i; m=$(cat "$d/memory.max") || exit; c=$(cat "$d/cpu.max") || exit; n=$(cat "$d/cpuset.cpus") || exit; echo "guest $i $m $c cpus=$n"; done; echo listed',
  parse: ({ stdout }): readonly GuestLimit[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of containers has no end')
    return lines.map((line) => {
      const [, vmid, memory, quota, period, set = ''] =
        /^guest (\d+) (max|\d+) (max|\d+) (\d+) cpus=([\d,-]*)$/.exec(line) ?? []
      if (!vmid) throw new Unseen('not understood', 'a line about a limit has another form')
      const processors = quota === 'max' ? countOf(set) : Number(quota) / Number(period)
      return {
        vmid: Number(vmid),
        ...(memory === 'max' ? {} : { memoryBytes: Number(memory) }),
        ...(processors === undefined ? {} : { processors }),
      }
    })
  },
})

/** Processors in a set such as `0-2,5`; undefined for an empty one, which is all. */
function countOf(set: string): number | undefined {
  if (set === '') return undefined
  return set.split(',').reduce((sum, part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return sum + to - from + 1
  }, 0)
}
