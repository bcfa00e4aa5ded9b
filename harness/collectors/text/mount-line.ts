import { Unseen } from '../../model/unseen.ts'
import { unescapeOctal } from './octal.ts'

/** One mount, as the kernel has it now. Two mounts on one path are stacked: the later one hides the earlier. */
export interface Mount {
  /** The kernel's number of this mount, and of the one it hangs in. */
  readonly id: number
  readonly parentId: number
  /** Device of the file system as `major:minor`. */
  readonly device: string
  /** The part of the file system that is mounted: `/`, or the folder of a bind mount. */
  readonly root: string
  /** Mount point. */
  readonly path: string
  /** Flags of this mount, e.g. `['ro', 'relatime']`. */
  readonly options: readonly string[]
  /** E.g. `ext4`, `cifs`, `fuse.mergerfs`. */
  readonly fstype: string
  /** Device node, remote share or name of the pool. */
  readonly source: string
  /** Flags of the file system itself: it can be read-only below a mount that says `rw`. */
  readonly superOptions: readonly string[]
}

const LINE = /^(\d+) (\d+) (\d+:\d+) (\S+) (\S+) (\S+)((?: [a-z_]+(?::\d+)?)*) - (\S+) (\S*) (\S+)$/

/**
 * One line of mountinfo(5).
 *
 * @throws Unseen on anything else
 */
export function mountOf(line: string): Mount {
  const found = LINE.exec(line)
  if (!found) throw new Unseen('not understood', 'a line of the mount table has another form')
  const [, id, parent, device = '', root = '', path = '', options = '', , fstype = ''] = found
  return {
    id: Number(id),
    parentId: Number(parent),
    device,
    root: unescapeOctal(root),
    path: unescapeOctal(path),
    options: options.split(','),
    fstype,
    source: unescapeOctal(found[9] ?? ''),
    superOptions: (found[10] ?? '').split(','),
  }
}
