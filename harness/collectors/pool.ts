import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'
import { deviceOf } from './text/device.ts'

/** One branch of a pool: a folder that mergerfs shows as part of it. */
export interface Branch {
  readonly path: string
  /** `RW`, `RO` or `NC` (takes no new files). */
  readonly mode: string
  /** File system it lies on now, as `major:minor`: the form of a mount's device. */
  readonly device: string
  /** Whether that is the system disk's: its own disk is then not mounted, and new files fill the system. */
  readonly isOnRoot: boolean
  readonly isMountPoint: boolean
}

/** One mounted mergerfs pool, as its process says at run time: fstab may say otherwise. */
export interface Pool {
  readonly path: string
  /** False when the mount is there, but its process is gone; the rest is then empty. */
  readonly isAlive: boolean
  readonly branches: readonly Branch[]
  readonly version?: string
  /** Where new files go, e.g. `mfs`. */
  readonly createPolicy?: string
  readonly minFreeBytes?: number
  /** `false`, or the policy by which a full branch is left. */
  readonly moveOnFull?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every mergerfs pool that is mounted; none when none is. */
    pool: readonly Pool[]
  }
}

const ATTRIBUTES = 'version branches category.create minfreespace moveonenospc'

/**
 * Pools by mergerfs's own control file. That file is hidden from listings, so it is asked by name.
 *
 * @source getfattr(1) user.mergerfs.*, mergerfs 2.33 or later; mountinfo of PID 1
 */
export const pool = hostCollector('pool', {
  where: holdsPool,
  command: `m=$(sed -nE 's/^[^ ]+ [^ ]+ [^ ]+ [^ ]+ ([^ ]+) .* - fuse\\.mergerfs .*/\\1/p' /proc/1/mountinfo) || exit; [ -z "$m" ] || command -v getfattr >/dev/null || { echo 'getfattr: not found' >&2; exit 127; }; for p in $m; do p=$(printf %b "$p"); echo "pool $p"; for a in ${ATTRIBUTES}; do v=$(getfattr --absolute-names -n user.mergerfs.$a --only-values "$p/.mergerfs" 2>&1) && echo "$a=$v" || echo "error $a $v"; done; getfattr --absolute-names -n user.mergerfs.srcmounts --only-values "$p/.mergerfs" 2>/dev/null | tr ':' '\\n' | while read -r b || [ -n "$b" ]; do echo "branch $(stat -L -c %d "$b") $(stat -c %d /) $(mountpoint -q "$b" && echo yes || echo no) $b"; done; done`,
  parse: ({ stdout }): readonly Pool[] =>
    stdout
      .split(/^(?=pool )/m)
      .filter((part) => part.trim() !== '')
      .map((part) => poolOf(part.split('\n').filter(Boolean))),
})

function poolOf([head = '', ...lines]: readonly string[]): Pool {
  const path = /^pool (\/.*)$/.exec(head)?.[1]
  if (!path) throw new Unseen('not understood', 'a pool has no mount point')
  const error = lines.find((line) => line.startsWith('error '))
  if (error?.endsWith('Transport endpoint is not connected'))
    return { path, isAlive: false, branches: [] }
  if (error) throw new Unseen('not permitted', `the pool's control file: ${error.slice(6, 200)}`)
  const value = (name: string): string => {
    const line = lines.find((one) => one.startsWith(`${name}=`))
    if (line === undefined) throw new Unseen('not understood', `the pool does not say ${name}`)
    return line.slice(name.length + 1)
  }
  const minFree = value('minfreespace')
  if (!/^\d+$/.test(minFree))
    throw new Unseen('not understood', 'minfreespace of the pool is not a number of bytes')
  return {
    path,
    isAlive: true,
    branches: branchesOf(value('branches'), lines),
    version: value('version'),
    createPolicy: value('category.create'),
    minFreeBytes: Number(minFree),
    moveOnFull: value('moveonenospc'),
  }
}

function branchesOf(text: string, lines: readonly string[]): readonly Branch[] {
  const seen = lines.map((line) => /^branch (\d+) (\d+) (yes|no) (.*)$/.exec(line)).filter((m) => m)
  return text.split(':').map((one) => {
    const [, path, mode = ''] = /^(.+)=(RW|RO|NC)(?:,\w+)?$/.exec(one) ?? []
    const found = seen.find((m) => m?.[4] === path)
    if (!path || !found)
      throw new Unseen('not understood', 'a branch of the pool was not looked at')
    return {
      path,
      mode,
      device: deviceOf(found[1] ?? ''),
      isOnRoot: found[1] === found[2],
      isMountPoint: found[3] === 'yes',
    }
  })
}
