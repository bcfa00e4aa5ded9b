import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT } from './machines/asked.ts'

/** Namespaces of a process by kind, each as its link reads, e.g. `net:[4026531840]`. */
export type Spaces = Readonly<Record<'pid' | 'net' | 'mnt' | 'ipc' | 'uts' | 'user', string>>

/** What keeps a running container apart, seen from the hypervisor. */
export interface GuestWall {
  readonly vmid: number
  /** Of its first process. */
  readonly pid: number
  readonly spaces: Spaces
  /** Bytes; absent when the kernel has no limit. */
  readonly memoryMax?: number
  /** Bytes of swap; absent when the kernel has no limit. */
  readonly swapMax?: number
  readonly memoryCurrent: number
  /** Bytes of files kept in memory that may be dropped at any moment. */
  readonly droppable: number
  /** Device and inode of the engine's socket in it, e.g. `46:1234`; absent without one. */
  readonly engineSocket?: string
  /** Mounts in it that reach what lies outside of its own volumes: bind mounts of files, folders and sockets. */
  readonly mounts: readonly {
    readonly path: string
    readonly root: string
    readonly source: string
  }[]
}

export interface GuestWalls {
  readonly host: { readonly spaces: Spaces; readonly memoryTotal: number }
  readonly guests: readonly GuestWall[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Containers that `pct` lists as running. */
    guestWalls: GuestWalls
  }
}

const KINDS = ['pid', 'net', 'mnt', 'ipc', 'uts', 'user'] as const

/**
 * Kernel truth about containers: namespaces, limits in force, and whose engine answers in them.
 *
 * @source pct(1), lxc-info(1), proc(5), cgroup v2 or v1; as root
 */
export const guestWalls = hostCollector('guestWalls', {
  where: ({ role }, { machines }) => role === 'hypervisor' && machines !== undefined,
  command: [
    `${AS_ROOT}; n() { for k in ${KINDS.join(' ')}; do l=$(readlink "/proc/$1/ns/$k") || return 1; echo "space $l"; done; }; n 1 || exit;`,
    `sed -n 's/^MemTotal: *\\([0-9]*\\) kB$/total \\1/p' /proc/meminfo; w=9223372036854770000; l=$(pct list) || exit;`,
    `for i in $(printf '%s\\n' "$l" | sed -n 's/^ *\\([0-9][0-9]*\\)  *running.*/\\1/p'); do p=$(lxc-info -n "$i" -pH) || exit; echo "guest $i $p"; n "$p" || exit; c=/sys/fs/cgroup/lxc/$i; o=/sys/fs/cgroup/memory/lxc/$i;`,
    // Version 1 has no word for "no limit", and counts swap and memory together.
    `if [ -d "$c" ] || [ ! -d "$o" ]; then for k in memory.max memory.swap.max memory.current; do v=$(cat "$c/$k") || exit; echo "$k $v"; done; v=$(awk '/^(in)?active_file / { n += $2 } END { printf "%.0f\\n", n }' "$c/memory.stat") || exit; echo "droppable $v"; else a=$(cat "$o/memory.limit_in_bytes") && b=$(cat "$o/memory.memsw.limit_in_bytes") && u=$(cat "$o/memory.usage_in_bytes") && v=$(awk '/^total_(in)?active_file / { n += $2 } END { printf "%.0f\\n", n }' "$o/memory.stat") || exit; t=$((b - a)); [ "$b" -lt $w ] || t=max; [ "$a" -lt $w ] || a=max; echo "memory.max $a"; echo "memory.swap.max $t"; echo "memory.current $u"; echo "droppable $v"; fi;`,
    's=/proc/$p/root/run/docker.sock; if [ -S "$s" ]; then v=$(stat -c "%d:%i" "$s") || exit; echo "socket $v"; fi;',
    // Mount id, parent and options say nothing here; a root other than / is a part of something.
    `awk '{ for (i = 7; $i != "-"; i++); if ($4 != "/") print "mount " $4 " " $5 " " $(i + 2) }' "/proc/$p/mountinfo" || exit; done; echo listed`,
  ].join(' '),
  parse: ({ stdout }): GuestWalls => {
    const text = stdout.trimEnd()
    if (!text.endsWith('\nlisted'))
      throw new Unseen('cut short', 'the list of containers has no end')
    const [head = '', ...guests] = text.slice(0, -'\nlisted'.length).split(/\n(?=guest )/)
    const lines = head.split('\n')
    const total = one(lines, 'total')
    return {
      host: { spaces: spacesOf(lines), memoryTotal: Number(total) * 1024 },
      guests: guests.map((block) => wallOf(block.split('\n'))),
    }
  },
})

function wallOf(lines: readonly string[]): GuestWall {
  const [, vmid, pid] = /^guest (\d+) (\d+)$/.exec(lines[0] ?? '') ?? []
  if (!vmid || !pid) throw new Unseen('not understood', 'a running container has no number')
  const memoryMax = limitOf(one(lines, 'memory.max'))
  const swapMax = limitOf(one(lines, 'memory.swap.max'))
  const [engineSocket] = all(lines, 'socket')
  return {
    vmid: Number(vmid),
    pid: Number(pid),
    spaces: spacesOf(lines),
    ...(memoryMax === undefined ? {} : { memoryMax }),
    ...(swapMax === undefined ? {} : { swapMax }),
    memoryCurrent: bytes(one(lines, 'memory.current')),
    droppable: bytes(one(lines, 'droppable')),
    ...(engineSocket === undefined ? {} : { engineSocket }),
    mounts: all(lines, 'mount').map((line) => {
      const [root = '', path = '', ...source] = line.split(' ')
      return { root, path, source: source.join(' ') }
    }),
  }
}

function spacesOf(lines: readonly string[]): Spaces {
  const found = all(lines, 'space').map((link) => /^(\w+):\[\d+\]$/.exec(link) ?? [])
  const links = new Map(found.map(([link = '', kind = '']) => [kind, link]))
  const missing = KINDS.find((kind) => !links.has(kind))
  if (missing) throw new Unseen('not understood', `the ${missing} namespace was not told`)
  return Object.fromEntries(KINDS.map((kind) => [kind, links.get(kind) ?? ''])) as Spaces
}

const all = (lines: readonly string[], key: string): readonly string[] =>
  lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))

function one(lines: readonly string[], key: string): string {
  const [value] = all(lines, key)
  if (value === undefined) throw new Unseen('not understood', `${key} is missing`)
  return value
}

function bytes(text: string): number {
  if (!/^\d+$/.test(text)) throw new Unseen('not understood', `"${text}" is no number of bytes`)
  return Number(text)
}

const limitOf = (text: string): number | undefined => (text === 'max' ? undefined : bytes(text))
