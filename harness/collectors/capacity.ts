import { hostCollector } from '../model/collector.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What a machine has to work with, as it sees it itself. */
export interface Capacity {
  /** Processors that are online, whatever this login may use of them. */
  readonly processors: number
  readonly memoryBytes: number
  readonly memoryAvailableBytes: number
  /** Of the root file system. */
  readonly rootBytes: number
  readonly rootAvailableBytes: number
  /** Whole disks, without floppies, CD drives, memory and what is made of other devices. */
  readonly disks: readonly { readonly name: string; readonly sizeBytes: number }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    capacity: Capacity
  }
}

/** @source getconf(1), /proc/meminfo, df(1), lsblk(8) */
export const capacity = hostCollector('capacity', {
  where: ({ name }, { placement }) => placement?.stacks.some(({ host }) => host === name) === true,
  command: `p=$(getconf _NPROCESSORS_ONLN) || exit; echo "processors $p"; sed -nE 's/^(MemTotal|MemAvailable): +([0-9]+) kB$/\\1 \\2/p' /proc/meminfo; d=$(df -B1 -P /) || exit; printf '%s\\n' "$d" | sed -nE '2s/^.* ([0-9]+) +[0-9]+ +([0-9]+) +[0-9]+% +\\/$/root \\1 \\2/p'; l=$(lsblk -b -d -n -o TYPE,NAME,SIZE) || exit; printf '%s\\n' "$l" | sed -nE '/^disk +(zram|ram|nbd|fd)[0-9]/d; s/^disk +([^ ]+) +([1-9][0-9]*)$/disk \\1 \\2/p'; echo counted`,
  parse: ({ stdout }): Capacity => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.at(-1) !== 'counted')
      throw new Unseen('cut short', 'what the machine has was not counted to the end')
    const row = (key: string) => lines.find((line) => line.startsWith(`${key} `))?.split(' ') ?? []
    const [, processors] = row('processors')
    const [, total] = row('MemTotal')
    const [, available] = row('MemAvailable')
    const [, rootBytes, rootAvailable] = row('root')
    const disks = lines
      .filter((line) => line.startsWith('disk '))
      .map((line) => line.split(' '))
      .map(([, name = '', size]) => ({ name, sizeBytes: number(size, `size of ${name}`) }))
    if (disks.length === 0) throw new Unseen('not understood', 'lsblk lists no disk at all')
    return {
      processors: number(processors, 'processors online'),
      memoryBytes: number(total, 'MemTotal') * 1024,
      memoryAvailableBytes: number(available, 'MemAvailable') * 1024,
      rootBytes: number(rootBytes, 'size of the root file system'),
      rootAvailableBytes: number(rootAvailable, 'space left on the root file system'),
      disks,
    }
  },
})
