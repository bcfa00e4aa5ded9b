import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** The past of the infrastructure code, and what its remote has. */
export interface CodeHistory {
  /** Branch that the remote hands out first. */
  readonly defaultBranch: string
  /** Its commit at the remote, as the remote says now. */
  readonly remoteHead: string
  /** Whether HEAD of the checkout is that commit, or came before it. */
  readonly isInRemote: boolean
  /** Whether older commits are missing in the checkout. */
  readonly isShallow: boolean
  /** Steps of the default branch in the last 90 days, newest first; what a merge brought is part of its step. */
  readonly commits: readonly {
    readonly id: string
    /** When it was committed. */
    readonly at: string
    /** As `%G?` has it: `G` good, `U` good by a key of unknown trust, `N` none, `B` bad … */
    readonly signature: string
    readonly parents: number
  }[]
  /** State files that any commit ever added. */
  readonly stateFiles: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    codeHistory: CodeHistory
  }
}

/** @source git(1): ls-remote --symref, merge-base, log; fetches nothing */
export const codeHistory = hostCollector('codeHistory', {
  where: ({ name }, { tofu }) => tofu?.host === name,
  timeoutSeconds: 60,
  command: (_, { tofu }) => {
    const git = `git -c safe.directory='*' -C ${word(tofu?.repository ?? '')}`
    return [
      `r=$(GIT_TERMINAL_PROMPT=0 GIT_SSH_COMMAND='ssh -o BatchMode=yes -o ConnectTimeout=10' ${git} ls-remote --symref origin HEAD) || exit;`,
      `b=$(printf '%s\\n' "$r" | sed -n 's,^ref: refs/heads/\\([^[:space:]]*\\)[[:space:]]*HEAD$,\\1,p'); h=$(printf '%s\\n' "$r" | sed -n 's,^\\([0-9a-f]\\{40\\}\\)[[:space:]]*HEAD$,\\1,p'); echo "branch $b"; echo "head $h";`,
      `s=$(${git} rev-parse --is-shallow-repository) || exit; echo "shallow $s";`,
      `if ! ${git} cat-file -e "$h^{commit}" 2>/dev/null; then echo "contained unknown"; elif ${git} merge-base --is-ancestor HEAD "$h"; then echo "contained yes"; else echo "contained no"; fi;`,
      `l=$(${git} log --first-parent --since=90.days --format='commit %H@%ct %G? %P' "refs/remotes/origin/$b") || exit; printf '%s\\n' "$l";`,
      `f=$(${git} log --all --format= --name-only --diff-filter=A -- '*.tfstate' '*.tfstate.*') || exit; [ -z "$f" ] || printf '%s\\n' "$f" | sed 's/^/state /'; echo ended`,
    ].join(' ')
  },
  parse: ({ stdout }): CodeHistory => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'git did not say all')
    const after = (mark: string) =>
      lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length))
    const [[defaultBranch], [remoteHead], [shallow], [contained]] = [
      after('branch '),
      after('head '),
      after('shallow '),
      after('contained '),
    ]
    if (!defaultBranch || !/^[0-9a-f]{40}$/.test(remoteHead ?? '') || !shallow || !contained)
      throw new Unseen('not understood', 'the remote names no branch and commit')
    return {
      defaultBranch,
      remoteHead: remoteHead ?? '',
      isInRemote: contained === 'yes',
      isShallow: shallow !== 'false',
      commits: after('commit ').map((line) => {
        const [mark = '', signature = '', ...parents] = line.trim().split(' ')
        const [, id = '', seconds = ''] = /^([0-9a-f]{40})@(\d+)$/.exec(mark) ?? []
        if (id === '' || !/^[GBUXYREN]$/.test(signature))
          throw new Unseen('not understood', 'a line of the log is no commit')
        const at = new Date(Number(seconds) * 1000).toISOString()
        return { id, at, signature, parents: parents.length }
      }),
      stateFiles: after('state '),
    }
  },
})
