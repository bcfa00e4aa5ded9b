import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A folder that NFS gives somebody. */
export interface NfsExport {
  readonly path: string
  /** Address, network, name or `*`. */
  readonly client: string
  readonly options: readonly string[]
}

/** What the kernel's NFS server does. */
export interface FileServices {
  /** Versions that it speaks, e.g. `4.2`; none when it does not run. */
  readonly nfsVersions: readonly string[]
  readonly exports: readonly NfsExport[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    fileServices: FileServices
  }
}

/** @source /proc/fs/nfsd/versions, exportfs(8) -s: what is exported now, not what a file says */
export const fileServices = hostCollector('fileServices', {
  where: ({ role }, { backup }) => role === 'storage' && backup !== undefined,
  command:
    'v=none; if [ -e /proc/fs/nfsd/versions ]; then v=$(cat /proc/fs/nfsd/versions) || exit; fi; echo "versions $v"; if command -v exportfs >/dev/null; then e=$(exportfs -s) || exit; printf "%s\\n" "$e" | sed -nE "s/^(\\/[^[:space:]]*)[[:space:]]+([^(]+)\\((.*)\\)$/export \\1 \\2 \\3/p"; fi; echo looked',
  parse: ({ stdout }): FileServices => {
    const [first = '', ...lines] = stdout.trimEnd().split('\n')
    const [, versions] = /^versions (.*)$/.exec(first) ?? []
    if (versions === undefined || lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look at NFS did not come to its end')
    return {
      nfsVersions: versions
        .split(' ')
        .filter((it) => it.startsWith('+'))
        .map((it) => it.slice(1)),
      exports: lines.map((line) => {
        const [, path, client, options] = /^export (\S+) (\S+) (\S+)$/.exec(line) ?? []
        if (!path || !client || !options)
          throw new Unseen('not understood', 'a line about an export has another form')
        return { path, client, options: options.split(',') }
      }),
    }
  },
})
