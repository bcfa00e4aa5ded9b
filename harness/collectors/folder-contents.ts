import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { deviceOf } from './text/device.ts'

/** A folder that is meant to be a dataset, and what lies in it: enough to tell whether another end shows the same. */
export interface FolderContents {
  readonly path: string
  /** Mount point that holds it, as the kernel resolves it: `/` when nothing of its own is mounted. */
  readonly mountPoint: string
  /** File system it lies on now, as `major:minor`. */
  readonly device: string
  /**
   * Entries by inode, kind and time of change, to the nanosecond: no names. Every end of a share has the same
   * for the same object; copies and other folders do not.
   */
  readonly marks: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Of a machine, its folders in `zfs.paths`; of the host with the pool, every dataset they lead to. */
    folderContents: readonly FolderContents[]
  }
}

const MOST = 400

/**
 * What folders hold, two levels deep, without following other file systems; of many entries, the oldest inodes.
 *
 * @source stat(1), find(1) of GNU
 */
export const folderContents = hostCollector('folderContents', {
  where: (host, inventory) => pathsOf(host, inventory).length > 0,
  timeoutSeconds: 60,
  command: (host, inventory) =>
    `for p in ${pathsOf(host, inventory).map(word).join(' ')}; do if [ ! -e "$p" ]; then echo "none $p"; continue; fi; d=$(stat -L -c '%d %m' "$p") || exit; echo "folder $p $d"; f=$(find -H "$p" -xdev -mindepth 1 -maxdepth 2 -printf '%i %y %C@\\n') || exit; [ -z "$f" ] || printf '%s\\n' "$f" | sort -n | head -n ${MOST}; done; echo looked`,
  parse: ({ stdout }, host, inventory): readonly FolderContents[] => {
    const text = stdout.trimEnd()
    if (!/(^|\n)looked$/.test(text))
      throw new Unseen('cut short', 'the look at the folders did not come to its end')
    const blocks = text.replace(/\n?looked$/, '').split(/^(?=(?:folder|none) )/m)
    const found = blocks.filter((block) => block !== '').map(blockOf)
    const missed = pathsOf(host, inventory).find((path) => !found.some((one) => one.path === path))
    if (missed !== undefined) throw new Unseen('not understood', `nothing is said about ${missed}`)
    return found.flatMap(({ contents }) => (contents ? [contents] : []))
  },
})

/** Where to look: what the inventory says of the machine, and on the pool's host where datasets are mounted by default. */
function pathsOf({ name }: Host, { zfs }: Inventory): readonly string[] {
  const paths = zfs?.paths ?? []
  if (zfs?.host !== name)
    return paths.filter(({ host, by }) => host === name && by !== 'disk').map(({ path }) => path)
  const meant = paths.filter(({ by }) => by !== 'disk').map(({ dataset }) => `/${dataset}`)
  return [...new Set(meant)].sort()
}

function blockOf(block: string): { readonly path: string; readonly contents?: FolderContents } {
  const [head = '', ...lines] = block.trimEnd().split('\n')
  const [, nowhere] = /^none (\S+)$/.exec(head) ?? []
  if (nowhere !== undefined) return { path: nowhere }
  const [, path, device, mountPoint] = /^folder (\S+) (\d+) (\/\S*)$/.exec(head) ?? []
  if (path === undefined || device === undefined || mountPoint === undefined)
    throw new Unseen('not understood', 'a folder is told of in another form')
  const odd = lines.some((line) => !/^\d+ [a-zA-Z?] \d+(?:\.\d+)?$/.test(line))
  if (odd) throw new Unseen('not understood', `an entry of ${path} is told of in another form`)
  return { path, contents: { path, mountPoint, device: deviceOf(device), marks: lines } }
}
