import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** A file of secrets on a host: who may read it, and which keys it has. No value. */
export interface EnvFileOnHost {
  readonly path: string
  /** Octal, e.g. `600`; absent when there is no such file. */
  readonly mode?: string
  readonly owner?: string
  /** Where it really is, behind links. */
  readonly realPath?: string
  /** Whether somebody beyond owner and group was given a right by an access list. */
  readonly hasAccessList?: boolean
  readonly keys: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every file that `iac.envFiles` names on this host, and copies of it beside. */
    envFiles: {
      readonly files: readonly EnvFileOnHost[]
      /** Paths of copies that editors and people left beside them. */
      readonly copies: readonly string[]
    }
  }
}

const pathsOf = ({ name }: Host, { iac }: Inventory): readonly string[] =>
  (iac?.envFiles ?? []).filter(({ host }) => host === name).map(({ path }) => path)

/** @source stat(1), readlink(1), ls(1); sed(1) prints the part before the first = */
export const envFiles = hostCollector('envFiles', {
  where: (host, inventory) => pathsOf(host, inventory).length > 0,
  command: (host, inventory) =>
    `for f in ${pathsOf(host, inventory).map(word).join(' ')}; do for c in "$f"?* "$f".*; do [ ! -e "$c" ] || echo "copy $c"; done; [ -e "$f" ] || { echo "absent $f"; continue; }; r=$(readlink -f "$f") || exit; s=$(stat -L -c '%a %U' "$f") || exit; l=$(ls -ldL "$f") || exit; echo "file $f $s $r \${l%% *}"; sed -nE 's/^(export )?([A-Za-z_][A-Za-z0-9_]*)=.*/key \\2/p' "$f" || exit; done; echo looked`,
  parse: ({ stdout }, host, inventory) => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked') throw new Unseen('cut short', 'not every file was looked at')
    const files: (EnvFileOnHost & { readonly keys: string[] })[] = []
    const copies: string[] = []
    for (const line of lines) {
      const [kind, path = '', mode = '', owner = '', realPath = '', bits = ''] = line.split(' ')
      if (kind === 'copy') copies.push(path)
      else if (kind === 'absent') files.push({ path, keys: [] })
      else if (kind === 'key' && files.length > 0) files.at(-1)?.keys.push(path)
      else if (kind === 'file' && /^[-dl][-rwxsStT]{9}[.+@]?$/.test(bits))
        files.push({ path, mode, owner, realPath, hasAccessList: bits.endsWith('+'), keys: [] })
      else throw new Unseen('not understood', 'a line about a file of secrets has another form')
    }
    const silent = pathsOf(host, inventory).find((one) => !files.some(({ path }) => path === one))
    if (silent) throw new Unseen('not understood', `nothing was said of ${silent}`)
    return { files, copies: [...new Set(copies)] }
  },
})
