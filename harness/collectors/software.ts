import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'

/** What is installed on a machine, by its package manager and beside it. */
export interface Software {
  /** Names of installed packages; what is left of a removed one is not among them. */
  readonly packages: readonly string[]
  /** Files and folders under /opt and /usr/local, snaps, and tool chains in the homes of users, that no package brought. */
  readonly loose: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    software: Software
  }
}

const TOOLCHAINS =
  '.cargo/bin .rustup .nvm .sdkman .pyenv .rbenv .asdf .volta .deno .bun go/bin .local/pipx .dotnet'
/** Folders that are there before anybody puts something in. */
const OF_HIERARCHY = [
  'bin',
  'etc',
  'games',
  'include',
  'lib',
  'libexec',
  'man',
  'sbin',
  'share',
  'src',
]
  .map((name) => `-name ${name}`)
  .join(' -o ')

/** @source dpkg-query(1) -W, find(1); as root */
export const software = hostCollector('software', {
  where: isOfMachines,
  timeoutSeconds: 40,
  command: [
    `${AS_ROOT}; p=$(dpkg-query -W -f '\${db:Status-Status} \${Package}\\n') || exit; printf '%s\\n' "$p" | sed -n 's/^installed /package /p';`,
    `{ find /opt /usr/local/bin /usr/local/sbin /usr/local/lib -xdev -maxdepth 2 -mindepth 1 \\( -type f -o -type l -o -path '/opt/*' -type d \\) 2>/dev/null; find /usr/local -xdev -mindepth 1 -maxdepth 1 -type d \\( ${OF_HIERARCHY} -o -print \\) 2>/dev/null; find /snap -mindepth 1 -maxdepth 1 -type d 2>/dev/null; for h in /root /home/*; do for t in ${TOOLCHAINS}; do [ ! -e "$h/$t" ] || echo "$h/$t"; done; done; } | sort -u | while read -r f; do dpkg-query -S "$f" >/dev/null 2>&1 || echo "loose $f"; done; echo looked`,
  ].join(' '),
  parse: ({ stdout }): Software => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the look for software did not come to its end')
    const after = (key: string) =>
      lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1))
    const [packages, loose] = [after('package'), after('loose')]
    if (packages.length + loose.length !== lines.length || !packages.includes('dpkg'))
      throw new Unseen('not understood', 'the list of packages has another form')
    return { packages, loose }
  },
})
