import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { count } from './zfs/rows.ts'

/** Memory of a container as the kernel counts it. */
export interface ContainerMemory {
  readonly vmid: number
  /** Absent where there is no limit. */
  readonly limitBytes?: number
  /** In use, without files that were read once and can be dropped. */
  readonly workingBytes: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Of every container that runs. */
    containerMemory: readonly ContainerMemory[]
  }
}

/** @source cgroup v2 of lxc: memory.max, memory.current, inactive_file of memory.stat */
export const containerMemory = hostCollector('containerMemory', {
  where: ({ role }, { addressing }) => role === 'hypervisor' && addressing !== undefined,
  command:
    'cd /sys/fs/cgroup/lxc || exit; for d in [0-9]*; do [ -e "$d/memory.max" ] || continue; m=$(cat "$d/memory.max") && c=$(cat "$d/memory.current") && i=$(sed -n "s/^inactive_file //p" "$d/memory.stat") || exit; echo "container $d $m $c $i"; done; echo looked',
  parse: ({ stdout }): readonly ContainerMemory[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look at control groups did not come to its end')
    return lines.map((line) => {
      const [, vmid, limit, current, inactive] =
        /^container (\d+) (max|\d+) (\d+) (\d+)$/.exec(line) ?? []
      if (vmid === undefined)
        throw new Unseen('not understood', 'a control group is told of in another form')
      return {
        vmid: Number(vmid),
        ...(limit === 'max' ? {} : { limitBytes: count(limit, `limit of ${vmid}`) }),
        workingBytes: Math.max(0, Number(current) - Number(inactive)),
      }
    })
  },
})
