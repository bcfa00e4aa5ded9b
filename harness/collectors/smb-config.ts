import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { configOf, READ, type SmbConfig } from './smb/configuration.ts'
import { folderOf } from './smb/folder.ts'
import { servesShares } from './smb/server.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Samba as configured: what its file says, which a server that runs may not have read yet. */
    smbConfig: SmbConfig
  }
}

/**
 * Effective configuration, defaults included (`-v`): without them a value that equals the default is
 * not shown, whatever the default is in that release.
 *
 * @source testparm(1) of Samba 4.17
 */
export const smbConfig = hostCollector('smbConfig', {
  where: servesShares,
  command: `c=$(testparm -s -v) || exit; r=$(printf '%s\\n' "$c" | sed -E '/^[[:space:]]+(${READ.join('|')}) =/d' | sha256sum) || exit; echo "rest: \${r%% *}"; printf '%s\\n' "$c" | sed -nE '/^\\[/p; s/^[[:space:]]+((${READ.join('|')}) =)/\\1/p'; printf '%s\\n' "$c" | sed -nE 's/^[[:space:]]+path = (.+)/\\1/p' | while IFS= read -r p; do r=$(readlink -f -- "$p") || exit; s=$(stat -L -c '%a %U %G' -- "$p") || exit; l=$(ls -ld -- "$r") || exit; echo "folder: $p"; echo "real: $r"; echo "mode: $s"; echo "bits: \${l%% *}"; done || exit; echo ended`,
  parse: ({ stdout }): SmbConfig => {
    const [, rest, answer] = /^rest: ([0-9a-f]{64})\n([\s\S]*)$/.exec(stdout.trimEnd()) ?? []
    if (rest === undefined || answer === undefined)
      throw new Unseen('not understood', 'the answer about Samba does not begin with its digest')
    const [text = '', ...folders] = answer.split(/\n(?=folder: )/)
    const last = folders.at(-1) ?? text
    if (!last.endsWith('\nended'))
      throw new Unseen('cut short', 'the answer about the configuration of Samba has no end')
    const behind = new Map(folders.map((block) => folderOf(block.replace(/\nended$/, ''))))
    return configOf(text.replace(/\nended$/, ''), rest, (path) => behind.get(path))
  },
})
