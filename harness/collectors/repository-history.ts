import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A revision of a file of variables of Ansible. */
export interface VariableFile {
  readonly path: string
  readonly blob: string
  /** Whether the whole file is encrypted, with a body that can be. */
  readonly isEncrypted: boolean
  /** Names with a plain value that is neither encrypted by itself nor another variable. */
  readonly plain: readonly string[]
}

/** What the repository holds and ever held, in all of its branches and tags. */
export interface RepositoryHistory {
  /** Whether older commits are missing. */
  readonly isShallow: boolean
  readonly commits: number
  /** Paths ever added whose name says that they hold secrets: files of variables, states, keys. */
  readonly telling: readonly string[]
  /** Every revision of every file of variables. */
  readonly variables: readonly VariableFile[]
  /** Of paths that must be ignored, those that are. */
  readonly ignored: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    repositoryHistory: RepositoryHistory
  }
}

const TELLING = String.raw`(^|/)(\.env([._-][A-Za-z0-9._-]+)*|\.envrc|[^/]*\.env|env|env\.list)$|\.tfstate(\.|$)|(^|/)kubeconfig$|(^|/)id_(rsa|ed25519|ecdsa)$|\.(pem|key|p12|pfx)$|(^|/)\.?vault[_-]?pass[A-Za-z0-9_.-]*$`
/** Below group_vars and host_vars a file needs no ending, and names of hosts look like one. */
const VARIABLES = String.raw`(^|/| )((group_vars|host_vars)/|((vars|defaults|inventory|inventories)/.*|(inventory|hosts))\.(ya?ml|json)$)`
/** `{a: b, c: d}` a line each, but not `{{ a }}`; then names with something plain behind them. */
const SPLIT = String.raw`s/(^|[^{])\{([^{%])/\1\n\2/g; s/, */\n/g`
const NAMED = String.raw`s/^[[:space:]]*(- +)*["\x27]?([A-Za-z_][A-Za-z0-9_]*)["\x27]?:[[:space:]]*([^[:space:]#].*)$/\2 \3/p`
const NOTHING = String.raw`^[^ ]+ (!vault|.?\{\{|""|null|~|[[{][]}]?,?$)`

/**
 * A file that was renamed was added under its new name, and one that came with a merge was added as well.
 *
 * @source git(1): rev-parse, rev-list --all, log --all, cat-file, check-ignore; of a file its first line and names, never a value
 */
export const repositoryHistory = hostCollector('repositoryHistory', {
  where: ({ name }, { iac }) => iac?.deployHost === name,
  timeoutSeconds: 120,
  command: (_, { iac }) => {
    const git = `git -c safe.directory='*' -C ${word(iac?.checkout ?? '')}`
    const ignored = (iac?.envFiles ?? []).map(({ template }) =>
      word(template.replace(/[^/]*$/, '.env')),
    )
    return [
      `s=$(${git} rev-parse --is-shallow-repository) || exit; n=$(${git} rev-list --all --count) || exit; echo "history $s $n";`,
      `a=$(${git} -c core.quotePath=false log --all -m --no-renames --diff-filter=A --name-only --format=) || exit; printf '%s\\n' "$a" | sort -u | grep -E '${TELLING}' | sed 's/^/telling /';`,
      `o=$(${git} -c core.quotePath=false log --all -m --no-renames --diff-filter=AMT --raw --no-abbrev --format=) || exit; printf '%s\\n' "$o" | sed -nE 's/^:[0-7]+ 1[02]0[0-7]+ [0-9a-f]+ ([0-9a-f]{40}) [A-Z][[:space:]](.*)$/\\1 \\2/p' | sort -u | grep -E '${VARIABLES}' | while read -r b p; do k=plain; l=$(${git} cat-file blob "$b" | head -n 1); c=$(${git} cat-file blob "$b" | sed 1d | tr -d '\\n' | wc -c); case $l in '$ANSIBLE_VAULT;1.'[12]';AES256'*) [ "$c" -gt 100 ] && ! ${git} cat-file blob "$b" | sed 1d | tr -d '\\n' | grep -q '[^0-9a-f]' && k=vault;; esac; echo "file $k $b $p"; [ "$k" = vault ] || ${git} cat-file blob "$b" | sed -E '${SPLIT}' | sed -nE '${NAMED}' | grep -vE '${NOTHING}' | sed -E 's/ .*//; s/^/plain /'; done || exit;`,
      `for f in ${ignored.join(' ') || '.env'}; do ! ${git} check-ignore -q --no-index "$f" || echo "ignored $f"; done; echo ended`,
    ].join(' ')
  },
  parse: ({ stdout }): RepositoryHistory => {
    const lines = stdout.trimEnd().split('\n')
    const [, shallow, commits] = /^history (true|false) (\d+)$/.exec(lines.shift() ?? '') ?? []
    if (lines.pop() !== 'ended' || !shallow)
      throw new Unseen('cut short', 'the history was not looked at to its end')
    const variables: (VariableFile & { readonly plain: string[] })[] = []
    for (const line of lines) {
      const [, kind, blob, path] = /^file (vault|plain) ([0-9a-f]{40}) (.+)$/.exec(line) ?? []
      if (blob && path) variables.push({ path, blob, isEncrypted: kind === 'vault', plain: [] })
      else if (line.startsWith('plain ')) variables.at(-1)?.plain.push(line.slice(6))
      else if (!/^(telling|ignored) /.test(line))
        throw new Unseen('not understood', 'a line about the history has another form')
    }
    const after = (mark: string) =>
      lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1))
    return {
      isShallow: shallow === 'true',
      commits: Number(commits),
      telling: after('telling'),
      variables,
      ignored: after('ignored'),
    }
  },
})
