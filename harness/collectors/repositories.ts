import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { type Repository, repositoryOf } from './git/repository.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'
import { foldersOf } from './machines/folders.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Git repositories of a host; complete when none was left out, and every remote said what it has. */
    repositories: Census<Repository>
  }
}

const MOST = 400
const DEPTH = 7
/** Where work is done and where it is kept, beside `development.roots`. */
const ROOTS = ['/root', '/home', '/srv', '/opt', '/var/lib', '/mnt']
const CONTAINER = String.raw`(^|/)(Dockerfile|Containerfile)[^/]*$|(^|/)(docker-)?compose[^/]*\.ya?ml$|^\.devcontainer/`

/** Remotes that are lost with the machine: what they have is on no other. */
const ON_SAME_DISK =
  '/*|.*|~*|file:*|*//localhost[:/]*|*@localhost[:/]*|localhost:*|*127.0.0.1[:/]*'

/**
 * What of each repository exists nowhere else. Remotes are asked as the owner of the repository, who may;
 * what a remote has is what it says now, not what was fetched once; one on the same disk counts for nothing.
 *
 * @source git(1) 2.30 or later: for-each-ref, rev-list, stash, ls-remote, ls-tree, grep; as root
 */
export const repositories = hostCollector('repositories', {
  where: isOfMachines,
  timeoutSeconds: 120,
  command: (host, inventory) =>
    [
      `${AS_ROOT}; ${foldersOf(rootsOf(inventory), host)}`,
      // A bare one has no .git: its parts give it away, whatever it is called.
      `l=$(find $r -xdev -maxdepth ${DEPTH} \\( -name .git -o -type f -name HEAD \\) -not -path '*/.git/*' 2>/dev/null | while read -r g; do case $g in */.git) echo "tree \${g%/.git}";; *) b=\${g%/HEAD}; [ -d "$b/objects" ] && [ -d "$b/refs" ] && echo "bare $b";; esac; done | sort -u | head -n ${MOST}); [ -z "$l" ] || command -v git >/dev/null || { echo 'no git'; exit 0; };`,
      `printf '%s\\n' "$l" | while read -r k w; do [ -n "$w" ] || continue; o=$(stat -c %U "$w") || exit; echo "repository $k $o $w";`,
      `q() { runuser -u "$o" -- env GIT_TERMINAL_PROMPT=0 GIT_SSH_COMMAND='ssh -o BatchMode=yes -o ConnectTimeout=5' timeout 15 git -c safe.directory='*' -C "$w" "$@" </dev/null; };`,
      `q remote -v | sed -nE 's#://[^@/]*@#://***@#; s/^(\\S+)\\s+(.*) \\(fetch\\)$/remote \\1 \\2/p'; n=; for m in $(q remote); do u=$(q remote get-url "$m") || exit; case $u in ${ON_SAME_DISK}) echo "answers $m"; continue;; esac; if h=$(q ls-remote --heads "$m" 2>/dev/null); then echo "answers $m"; for s in $(printf '%s\\n' "$h" | cut -f1 | sort -u); do ! q cat-file -e "$s" 2>/dev/null || n="$n $s"; done; else echo "silent $m"; fi; done;`,
      `q for-each-ref --format='%(refname:short)' refs/heads | while read -r b; do c=$(q rev-list --count "refs/heads/$b" --not $n --) || exit; echo "branch $c $b"; done || exit;`,
      `if ! q symbolic-ref -q HEAD >/dev/null && q rev-parse -q --verify HEAD >/dev/null; then c=$(q rev-list --count HEAD --not $n --branches --) || exit; echo "detached $c"; fi; echo "stashes $(q stash list 2>/dev/null | wc -l)";`,
      `[ "$k" = bare ] || echo "changes $(q status --porcelain | wc -l)"; q ls-tree -r --name-only HEAD 2>/dev/null | grep -E '${CONTAINER}' | head -n 20 | sed 's/^/definition /';`,
      ...mentions(host, inventory),
      `done || exit; echo "listed $(printf '%s\\n' "$l" | grep -c .)"`,
    ].join(' '),
  parse: ({ stdout }): Census<Repository> => {
    const text = stdout.trimEnd()
    if (text === 'no git')
      return {
        items: [],
        complete: false,
        because: 'there are repositories, and without git nobody could look',
      }
    const [, count] = /(?:^|\n)listed (\d+)$/.exec(text) ?? []
    if (count === undefined) throw new Unseen('cut short', 'the list of repositories has no end')
    const items =
      count === '0'
        ? []
        : text
            .replace(/\nlisted \d+$/, '')
            .split(/\n(?=repository )/)
            .map(repositoryOf)
    if (items.length !== Number(count))
      throw new Unseen('cut short', 'not every repository was described')
    const silent = items.find(({ silentRemotes }) => silentRemotes.length > 0)
    if (items.length >= MOST)
      return { items, complete: false, because: `there are ${MOST} repositories or more` }
    return silent
      ? { items, complete: false, because: `a remote of ${silent.path} does not answer` }
      : { items, complete: true }
  },
})

const rootsOf = ({ development }: Inventory): readonly string[] => [
  ...new Set([...ROOTS, ...(development?.roots ?? [])].map(word)),
]

/** Whether tracked files name a storage machine, by name or address. */
function mentions(host: Host, { hosts }: Inventory): readonly string[] {
  const patterns = hosts
    .filter(({ name, role }) => role === 'storage' && name !== host.name)
    .flatMap(({ name, address }) => [
      String.raw`\b${word(name)}\b`,
      word(address).replaceAll('.', String.raw`\.`),
    ])
  return patterns.length === 0
    ? []
    : [
        `q grep -lIiE '${patterns.join('|')}' HEAD -- 2>/dev/null | head -n 50 | sed 's/^[^:]*:/mentions /';`,
      ]
}
