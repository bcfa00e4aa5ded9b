import { Unseen } from '../../model/unseen.ts'

/** When the task of a UPID began: the fifth of its fields, hexadecimal seconds, is nowhere else said. */
export function startOf(upid: string): string {
  const [kind, , , , , start = ''] = upid.split(':')
  if (kind !== 'UPID' || !/^[0-9A-Fa-f]{8,}$/.test(start))
    throw new Unseen('not understood', 'the id of a task of the backup server has no start in it')
  return new Date(Number.parseInt(start, 16) * 1000).toISOString()
}
