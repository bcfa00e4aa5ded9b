import { Unseen } from '../../model/unseen.ts'

/** Ids inside a user namespace, and the ids of the host that they are. */
export interface IdRange {
  readonly inside: number
  readonly host: number
  readonly count: number
}

/**
 * One line of uid_map or gid_map, e.g. `0 100000 65536`.
 *
 * @throws Unseen on anything else
 */
export function rangeOf(line: string): IdRange {
  const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s*$/.exec(line)
  if (!found) throw new Unseen('not understood', 'a line of an id map is not three numbers')
  return { inside: Number(found[1]), host: Number(found[2]), count: Number(found[3]) }
}
