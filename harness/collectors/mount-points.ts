import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { storagePathsOf } from './text/storage-paths.ts'

/** A path where storage belongs, and what a writer would meet there now. */
export interface MountPoint {
  readonly path: string
  readonly isMounted: boolean
  /** Marks of our own on what is mounted: `.mounted-…` and `.verify`. A writer can ask for them first. */
  readonly marks: readonly string[]
  /** While nothing is mounted: whether the bare folder takes no file, not even from root. */
  readonly isImmutable?: boolean
  /** While nothing is mounted: files in the bare folder. */
  readonly leftovers?: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** The paths of this host that the inventory calls storage. */
    mountPoints: readonly MountPoint[]
  }
}

/**
 * Mount points, judged without touching them: what is below a live mount cannot be seen, so a mark on the
 * mounted file system stands for it.
 *
 * @source mountinfo of PID 1, lsattr(1), ls(1)
 */
export const mountPoints = hostCollector('mountPoints', {
  where: (host, inventory) => storagePathsOf(host, inventory).length > 0,
  command: (host, inventory) =>
    `for p in ${storagePathsOf(host, inventory).map(word).join(' ')}; do if awk -v p="$p" "\\$5 == p { f = 1 } END { exit !f }" /proc/1/mountinfo; then a=$(ls -A "$p") || exit; echo "mounted $p"; printf '%s\\n' "$a" | sed -nE 's/^(\\.mounted-[A-Za-z0-9_-]+|\\.verify)$/mark \\1/p'; elif [ -d "$p" ]; then f=$(lsattr -d "$p") || exit; n=$(ls -A "$p") || exit; echo "bare $p"; echo "flags \${f%% *}"; echo "files $(printf %s "$n" | grep -c .)"; else echo "none $p"; fi; done`,
  parse: ({ stdout }, host, inventory): readonly MountPoint[] => {
    const found = stdout
      .split(/^(?=mounted |bare |none )/m)
      .filter((part) => part.trim() !== '')
      .map((part) => pointOf(part.split('\n').filter(Boolean)))
    const missing = storagePathsOf(host, inventory).find(
      (path) => !found.some((p) => p.path === path),
    )
    if (missing) throw new Unseen('cut short', `nothing was said of ${missing}`)
    return found
  },
})

function pointOf([head = '', ...lines]: readonly string[]): MountPoint {
  const [, state, path] = /^(mounted|bare|none) (\/.*)$/.exec(head) ?? []
  if (!state || !path) throw new Unseen('not understood', 'a mount point has no state')
  const marks = lines.flatMap((line) => /^mark (\S+)$/.exec(line)?.[1] ?? [])
  // A container engine makes the folder that it misses, and then writes into it.
  if (state === 'none') return { path, isMounted: false, marks, isImmutable: false, leftovers: 0 }
  if (state === 'mounted') return { path, isMounted: true, marks }
  const flags = lines.flatMap((line) => /^flags ([A-Za-z-]+)$/.exec(line)?.[1] ?? [])[0]
  const files = lines.flatMap((line) => /^files (\d+)$/.exec(line)?.[1] ?? [])[0]
  if (flags === undefined || files === undefined)
    throw new Unseen('not understood', `lsattr or ls said nothing of ${path}`)
  return {
    path,
    isMounted: false,
    marks,
    isImmutable: flags.includes('i'),
    leftovers: Number(files),
  }
}
