import { hostCollector } from '../model/collector.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What a hypervisor has to give, and how much of it the cache of ZFS may take. */
export interface HypervisorLimits {
  readonly processors: number
  readonly memoryBytes: number
  /** Upper limit of the ARC, as the module has it now. */
  readonly arcMaxBytes: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    hypervisorLimits: HypervisorLimits
  }
}

/** @source getconf(1), /proc/meminfo, c_max in /proc/spl/kstat/zfs/arcstats */
export const hypervisorLimits = hostCollector('hypervisorLimits', {
  where: ({ name }, { zfs, placement }) => placement !== undefined && zfs?.host === name,
  command:
    'p=$(getconf _NPROCESSORS_ONLN) || exit; echo "processors $p"; sed -nE "s/^MemTotal: +([0-9]+) kB$/memory \\1/p" /proc/meminfo; a=$(cat /proc/spl/kstat/zfs/arcstats) || exit; printf \'%s\\n\' "$a" | sed -nE "s/^c_max +4 +([0-9]+)$/arc \\1/p"',
  parse: ({ stdout }): HypervisorLimits => {
    const [, processors, memory, arc] =
      /^processors (\d+)\nmemory (\d+)\narc (\d+)\n$/.exec(stdout) ?? []
    if (arc === undefined)
      throw new Unseen('not understood', 'processors, memory or the limit of the ARC are missing')
    return {
      processors: number(processors, 'processors'),
      memoryBytes: number(memory, 'MemTotal') * 1024,
      arcMaxBytes: number(arc, 'c_max'),
    }
  },
})
