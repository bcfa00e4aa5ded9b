import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { count } from './zfs/rows.ts'

/** The NFS server of a kernel: whether it serves, and what to whom. */
export interface NfsExports {
  /** 0 when it serves nobody, whatever is exported. */
  readonly threads: number
  /** Versions that are switched on, e.g. `4.2`. */
  readonly versions: readonly string[]
  readonly exports: readonly NfsExport[]
}

/** One folder for one client. */
export interface NfsExport {
  readonly path: string
  /** Address, network or name; `*` and `<world>` are everybody. */
  readonly client: string
  readonly options: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    nfsExports: NfsExports
  }
}

/** @source exportfs(8) -v, /proc/fs/nfsd, as root */
export const nfsExports = hostCollector('nfsExports', {
  where: ({ name }, { zfs }) =>
    zfs?.paths?.some(({ host, by }) => host === name && by === 'bind') === true &&
    zfs.paths.some(({ by }) => by === 'nfs'),
  command:
    't=$(cat /proc/fs/nfsd/threads) || t=0; echo "threads $t"; v=$(cat /proc/fs/nfsd/versions 2>/dev/null); echo "versions $v"; exportfs -v && echo listed',
  parse: ({ stdout }): NfsExports => {
    const [, threads, versions = '', text] =
      /^threads (\d+)\nversions (.*)\n([\s\S]*)listed\n$/.exec(stdout) ?? []
    if (text === undefined)
      throw new Unseen('cut short', 'the list of exports did not come to its end')
    // A long path stands on a line of its own.
    const lines = text
      .replaceAll(/\n[\t ]+/g, '\t')
      .split('\n')
      .filter(Boolean)
    return {
      threads: count(threads, 'number of threads'),
      versions: versions
        .split(' ')
        .filter((one) => one.startsWith('+'))
        .map((one) => one.slice(1)),
      exports: lines.map((line) => {
        const [, path, client, options] = /^(\/\S*)\s+([^\s(]+)\(([^)]*)\)\s*$/.exec(line) ?? []
        if (path === undefined || client === undefined || options === undefined)
          throw new Unseen('not understood', 'an export is told of in another form')
        return { path, client, options: options.split(',') }
      }),
    }
  },
})
