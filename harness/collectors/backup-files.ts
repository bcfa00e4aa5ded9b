import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A backup of a guest, as a file. */
export interface BackupFile {
  readonly vmid: number
  readonly bytes: number
  readonly modifiedAt: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Archives of guests below the dataset for backups; other files are not among them. */
    backupFiles: readonly BackupFile[]
  }
}

/**
 * Archives that vzdump wrote, with size and time. Logs, notes and half-written files have other names.
 *
 * @source find(1) of GNU; names as vzdump(1) gives them
 */
export const backupFiles = hostCollector('backupFiles', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  timeoutSeconds: 60,
  command: (_, { zfs }) =>
    `d=/${word(zfs?.pool ?? '')}/backups; cd "$d" || exit; find . -type f -printf '%T@ %s %f\\n' | grep -E ' vzdump-(qemu|lxc)-[0-9]+-[0-9_-]+\\.(vma|tar)(\\.(zst|gz|lzo))?$'; echo looked`,
  parse: ({ stdout }): readonly BackupFile[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for backups did not come to its end')
    return lines.map((line) => {
      const [, at, bytes, vmid] =
        /^(\d+)(?:\.\d+)? (\d+) vzdump-(?:qemu|lxc)-(\d+)-/.exec(line) ?? []
      if (at === undefined)
        throw new Unseen('not understood', 'a backup is told of in another form')
      return {
        vmid: Number(vmid),
        bytes: Number(bytes),
        modifiedAt: new Date(Number(at) * 1000).toISOString(),
      }
    })
  },
})
