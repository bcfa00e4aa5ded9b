import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** A file of configuration as it is on a host. */
export interface FileOnHost {
  readonly path: string
  /** SHA-256 of its content, hex; absent when there is no such file. */
  readonly sha256?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every file that `iac.deployed` names on this host. */
    deployedFiles: readonly FileOnHost[]
  }
}

const pathsOf = ({ name }: Host, { iac }: Inventory): readonly string[] =>
  (iac?.deployed ?? []).filter(({ host }) => host === name).map(({ path }) => path)

/** @source sha256sum(1) */
export const deployedFiles = hostCollector('deployedFiles', {
  where: (host, inventory) => pathsOf(host, inventory).length > 0,
  command: (host, inventory) =>
    `for f in ${pathsOf(host, inventory).map(word).join(' ')}; do if [ -e "$f" ]; then sha256sum "$f" || exit; else echo "absent $f"; fi; done; echo looked`,
  parse: ({ stdout }, host, inventory): readonly FileOnHost[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked') throw new Unseen('cut short', 'not every file was looked at')
    return pathsOf(host, inventory).map((path) => {
      if (lines.includes(`absent ${path}`)) return { path }
      const [, sha256] =
        lines
          .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line))
          .find((it) => it?.[2] === path) ?? []
      if (!sha256) throw new Unseen('not understood', `nothing was said of ${path}`)
      return { path, sha256 }
    })
  },
})
