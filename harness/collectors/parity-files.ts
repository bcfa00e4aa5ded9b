import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'
import { deviceOf } from './text/device.ts'

/** One path of the array, as the file system has it now. */
export interface ArrayPath {
  readonly kind: 'parity' | 'content' | 'data'
  readonly path: string
  /** False when there is nothing at the path; the rest is then absent. */
  readonly exists: boolean
  /** File system it is on, as `major:minor`: the same form as the device of a mount. */
  readonly device?: string
  readonly sizeBytes?: number
  readonly modifiedAt?: string
  /** Of a content file that exists: whether its first block could be read. */
  readonly isReadable?: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Parity files, content files and data folders that snapraid.conf names. */
    parityFiles: readonly ArrayPath[]
  }
}

/**
 * Where the array really lies: a parity path whose disk is not mounted is a folder of the system disk.
 * A disk that fails still tells of its files, and gives none of them: content files are read as well.
 *
 * @source stat(1), and dd(1) of the first block, of the paths in /etc/snapraid.conf
 */
export const parityFiles = hostCollector('parityFiles', {
  where: holdsPool,
  command: `[ -r /etc/snapraid.conf ] || { echo 'no /etc/snapraid.conf' >&2; exit 3; }; l() { while read -r p; do p=$(printf %s "$p" | sed 's,\\(.\\)/*$,\\1,'); if [ -e "$p" ]; then r=; if [ "$1" = content ]; then [ -r "$p" ] || { echo "$p may be read by root only" >&2; exit 4; }; dd if="$p" of=/dev/null bs=4096 count=1 2>/dev/null || r='unreadable '; fi; stat -L -c "$1 $r%d %s %Y %n" "$p" || exit; else echo "$1 absent $p"; fi; done; }; sed -nE 's/^[[:space:]]*([2-6]-)?parity[[:space:]]+//p' /etc/snapraid.conf | tr ',' '\\n' | l parity || exit; sed -nE 's/^[[:space:]]*content[[:space:]]+//p' /etc/snapraid.conf | l content || exit; sed -nE 's/^[[:space:]]*(data|disk)[[:space:]]+[^[:space:]]+[[:space:]]+//p' /etc/snapraid.conf | l data`,
  parse: ({ stdout }): readonly ArrayPath[] => stdout.split('\n').filter(Boolean).map(pathOf),
})

function pathOf(line: string): ArrayPath {
  const [, kind, unreadable, number, size, seconds, path = ''] =
    /^(parity|content|data) (?:absent|(unreadable )?(\d+) (\d+) (\d+)) (.+)$/.exec(line) ?? []
  if (!kind) throw new Unseen('not understood', 'stat answered about a path in another form')
  const known = { kind: kind as ArrayPath['kind'], path }
  if (number === undefined) return { ...known, exists: false }
  return {
    ...known,
    exists: true,
    device: deviceOf(number),
    sizeBytes: Number(size),
    modifiedAt: new Date(Number(seconds) * 1000).toISOString(),
    ...(kind === 'content' ? { isReadable: unreadable === undefined } : {}),
  }
}
