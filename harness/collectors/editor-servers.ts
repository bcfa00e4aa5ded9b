import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'
import { foldersOf } from './machines/folders.ts'

/** What the far side of an editor leaves on a machine that somebody develops on. */
export interface EditorServer {
  readonly path: string
  /** When something in it changed last, ISO 8601. */
  readonly usedAt: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    editorServers: readonly EditorServer[]
  }
}

const NAMES = [
  '.vscode-server',
  '.vscode-server-insiders',
  '.vscodium-server',
  '.cursor-server',
  '.windsurf-server',
  '.zed_server',
  'code-server',
  'RemoteDev',
  '.devcontainer',
]

/** @source find(1) in homes, /opt and /srv; as root */
export const editorServers = hostCollector('editorServers', {
  where: isOfMachines,
  timeoutSeconds: 40,
  command: (host) =>
    `${AS_ROOT}; ${foldersOf(['/root', '/home', '/opt', '/srv'], host)} find $r -xdev -maxdepth 5 -type d \\( ${NAMES.map((name) => `-name ${name}`).join(' -o ')} \\) -prune 2>/dev/null | sort -u | while read -r d; do t=$(find "$d" -xdev -maxdepth 4 -printf '%T@\\n' | sort -n | tail -n 1); echo "server \${t%.*} $d"; done; echo looked`,
  parse: ({ stdout }): readonly EditorServer[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for editors did not come to its end')
    return lines.map((line) => {
      const [, seconds, path] = /^server (\d{9,11}) (\/.+)$/.exec(line) ?? []
      if (!seconds || !path)
        throw new Unseen('not understood', 'an editor is not described as it should be')
      return { path, usedAt: new Date(Number(seconds) * 1000).toISOString() }
    })
  },
})
