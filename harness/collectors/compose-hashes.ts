import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** What Compose makes of a definition on disk now: comparable with what a container was made of. */
export interface ComposeHash {
  readonly file: string
  readonly service: string
  readonly hash: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Of every Compose file that `iac.deployed` names on this host. */
    composeHashes: readonly ComposeHash[]
  }
}

const filesOf = ({ name }: Host, { iac }: Inventory): readonly string[] =>
  (iac?.deployed ?? [])
    .filter(({ host, path }) => host === name && /compose\.ya?ml$/.test(path))
    .map(({ path }) => path)

/** @source docker compose config --hash, which reads the files and starts nothing */
export const composeHashes = hostCollector('composeHashes', {
  where: (host, inventory) => filesOf(host, inventory).length > 0,
  timeoutSeconds: 60,
  command: (host, inventory) =>
    `for f in ${filesOf(host, inventory).map(word).join(' ')}; do echo "file $f"; docker compose -f "$f" config --hash '*' || exit; done; echo listed`,
  parse: ({ stdout }, host, inventory): readonly ComposeHash[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the digests have no end')
    let file = ''
    const found = lines.flatMap((line) => {
      const [, next] = /^file (\S+)$/.exec(line) ?? []
      if (next !== undefined) file = next
      const [, service, hash] = /^(\S+) ([0-9a-f]{64})$/.exec(line) ?? []
      if (next === undefined && !(service && hash))
        throw new Unseen('not understood', 'a line is neither a file nor a digest')
      return service && hash && next === undefined ? [{ file, service, hash }] : []
    })
    const silent = filesOf(host, inventory).find((path) => !found.some((it) => it.file === path))
    if (silent) throw new Unseen('not understood', `${silent} defines no service`)
    return found
  },
})
