import { hostCollector } from '../model/collector.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** Room on one file system that is mounted. */
export interface DiskSpace {
  readonly path: string
  readonly type: string
  readonly bytes: number
  readonly availableBytes: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** File systems of disks and shares. One that hangs makes all of it time out, and that is a finding of its own. */
    diskSpace: readonly DiskSpace[]
  }
}

/** @source df(1) of coreutils */
export const diskSpace = hostCollector('diskSpace', {
  where: ({ role }, { segments }) => role !== 'vantage' && segments !== undefined,
  command: 'df -PT -B1 -x tmpfs -x devtmpfs -x overlay -x squashfs',
  parse: ({ stdout }): readonly DiskSpace[] => {
    const [head = '', ...lines] = stdout.trimEnd().split('\n')
    if (!head.startsWith('Filesystem') || lines.length === 0)
      throw new Unseen('not understood', 'df lists no file system')
    return lines.map((line) => {
      const [, type, bytes, available, path] =
        /^.+?\s+(\S+)\s+(\d+)\s+\d+\s+(\d+)\s+\d+%\s+(\/.*)$/.exec(line) ?? []
      if (!type || !path) throw new Unseen('not understood', 'a line of df has another form')
      return { path, type, bytes: number(bytes, 'size'), availableBytes: number(available, 'room') }
    })
  },
})
