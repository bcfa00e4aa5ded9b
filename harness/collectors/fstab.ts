import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { MASK } from './text/mask.ts'
import { unescapeOctal } from './text/octal.ts'
import { storagePathsOf } from './text/storage-paths.ts'

/** One line of fstab: what should be mounted. */
export interface FstabEntry {
  /** As written: `UUID=…`, `//vm102/media`, `/mnt/disk*`. */
  readonly source: string
  readonly path: string
  readonly fstype: string
  readonly options: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Declared mounts in the order of the file; none when the host has no fstab. Swap is left out. */
    fstab: readonly FstabEntry[]
  }
}

/**
 * What /etc/fstab declares. Passwords in it are masked on the host.
 *
 * @source fstab(5)
 */
export const fstab = hostCollector('fstab', {
  where: (host, inventory) => storagePathsOf(host, inventory).length > 0,
  command: `[ ! -e /etc/fstab ] || sed -E '/^[[:space:]]*(#|$)/d; ${MASK}' /etc/fstab`,
  parse: ({ stdout }): readonly FstabEntry[] =>
    stdout
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(entryOf)
      .filter(({ fstype }) => fstype !== 'swap'),
})

function entryOf(line: string): FstabEntry {
  const fields = line.trim().split(/\s+/)
  const [source, path, fstype, options = 'defaults'] = fields.map(unescapeOctal)
  if (!source || !path || !fstype || fields.length > 6)
    throw new Unseen('not understood', `a line of fstab has ${fields.length} fields, not 3 to 6`)
  return { source, path, fstype, options: options.split(',') }
}
