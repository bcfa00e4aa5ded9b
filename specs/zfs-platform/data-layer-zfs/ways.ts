import { Unverifiable, type Views } from '#harness'

type Facts = ReturnType<Views['host']>
type Container = Facts['containers'][number]
type Contents = Facts['folderContents'][number]
export type Way = NonNullable<NonNullable<Views['inventory']['zfs']>['paths']>[number]

const holds = (path: string, folder: string): boolean =>
  folder === path || folder.startsWith(`${path}/`)

/** The way that a folder of a machine is on: the longest path that holds it. */
export const wayOf = (ways: readonly Way[], host: string, folder: string): Way | undefined =>
  ways
    .filter((way) => way.host === host && holds(way.path, folder))
    .sort((a, b) => b.path.length - a.path.length)[0]

/** What of a container outlives it: folders it may write to, but sockets and what the kernel shows. */
export const keptOf = ({ mounts }: Container): readonly Container['mounts'][number][] =>
  mounts.filter(
    ({ isWritable, type, source }) =>
      isWritable && type !== 'tmpfs' && !/\.sock$|^\/(?:sys|proc|dev)\//.test(source),
  )

/** Whether two ends show the same objects. Where nothing lies at one end, there is nothing to tell it by. */
export function showSame(here: Contents | undefined, there: Contents | undefined): boolean {
  if (!here || !there) return false
  if (there.marks.length === 0)
    throw new Unverifiable(`nothing lies in ${there.path}: put a file there that may stay`)
  return here.marks.some((mark) => there.marks.includes(mark))
}
