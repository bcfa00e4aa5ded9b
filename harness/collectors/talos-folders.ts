import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { answersOf, endpointsOf, enter, nodesOf } from './talos/ask.ts'

/** A folder of a node, and the names of what is in it. */
export interface TalosFolder {
  readonly node: string
  readonly path: string
  /** Whether there is such a folder. */
  readonly exists: boolean
  readonly names: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosFolders: Census<TalosFolder>
  }
}

/** Where a shell could be, what can be booted, and which network plugin is installed. */
const FOLDERS = [
  '/bin',
  '/sbin',
  '/usr/bin',
  '/usr/sbin',
  '/boot',
  '/boot/EFI/Linux',
  '/etc/cni/net.d',
]

/** @source talosctl list, role os:reader; only a node's own word that there is no such folder counts for that */
export const talosFolders = hostCollector('talosFolders', {
  where: ({ name }, { talos }) => talos?.host === name,
  timeoutSeconds: 60,
  command: (_, inventory) => {
    const nodes = nodesOf(inventory).map(({ name, address }) => `${word(name)}=${word(address)}`)
    const list = `timeout 20 talosctl --talosconfig ${word(inventory.talos?.config ?? '')} -e ${endpointsOf(inventory)} -n "\${n#*=}" list "$p" 2>&1 </dev/null`
    return `${enter(inventory)} for n in ${nodes.join(' ')}; do echo "node \${n%%=*}"; for p in ${FOLDERS.join(' ')}; do o=$(${list}); s=$?; case "$s:$o" in 0:*) printf '%s\\n' "$o" | awk -v p="$p" 'BEGIN { printf "has %s", p } NR > 1 && $2 != "." { printf " %s", $2 } END { print "" }';; *'no such file'*) echo "lacks $p";; *) echo "unseen $p";; esac; done; done; echo ended`
  },
  parse: ({ stdout }, _, inventory): Census<TalosFolder> => {
    const answers = answersOf(stdout, nodesOf(inventory))
    const lines = answers.flatMap(({ node, text = '' }) =>
      text.split('\n').map((line) => ({ node, words: line.split(' ') })),
    )
    const odd = lines.find(
      ({ words: [state = '', path = ''] }) =>
        !FOLDERS.includes(path) || !['has', 'lacks', 'unseen'].includes(state),
    )
    if (odd) throw new Unseen('not understood', `a folder of ${odd.node}`)
    const items = lines
      .filter(({ words: [state] }) => state !== 'unseen')
      .map(({ node, words: [state, path = '', ...names] }): TalosFolder => {
        return { node, path, exists: state === 'has', names }
      })
    const unseen = lines.find(({ words: [state] }) => state === 'unseen')
    return unseen
      ? { items, complete: false, because: `${unseen.node} did not show ${unseen.words[1]}` }
      : { items, complete: true }
  },
})
