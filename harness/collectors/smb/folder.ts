import { Unseen } from '../../model/unseen.ts'

/** The folder behind a share. */
export interface Folder {
  /** Where it really is, every link followed. */
  readonly realPath: string
  /** Permissions in octal, e.g. `2750`. */
  readonly mode: string
  readonly owner: string
  readonly group: string
  /** Whether an access control list grants more than the mode shows. */
  readonly hasAcl: boolean
}

/**
 * The path of a share and its folder.
 *
 * @throws Unseen when the answer about it is not whole
 */
export function folderOf(block: string): readonly [path: string, folder: Folder] {
  const [, path, realPath, mode, owner, group, bits] =
    /^folder: (\/.*)\nreal: (\/.*)\nmode: ([0-7]{3,4}) (\S+) (\S+)\nbits: (\S+)$/.exec(block) ?? []
  if (!path || !realPath || !mode || !owner || !group || !bits)
    throw new Unseen('not understood', 'the answer about the folder of a share is not whole')
  return [path, { realPath, mode, owner, group, hasAcl: bits.endsWith('+') }]
}
