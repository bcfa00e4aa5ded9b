import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** The work tree that the lab is deployed from. */
export interface DeployCheckout {
  readonly head: string
  /** Branch of its origin that it follows; absent when it follows none. */
  readonly upstream?: string
  readonly ahead: number
  readonly behind: number
  /** Paths that differ from HEAD, or are not tracked and not ignored. */
  readonly dirty: readonly string[]
  /** Tracked paths whose edits git was told not to see. */
  readonly hidden: readonly string[]
  /** Ids of commits, HEAD first. */
  readonly commits: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    deployCheckout: DeployCheckout
  }
}

/** @source git status --porcelain=v2, git ls-files -v, git log; as the owner of the folder, so that git trusts it */
export const deployCheckout = hostCollector('deployCheckout', {
  where: ({ name }, { iac, tofu }) => iac?.deployHost === name || tofu?.host === name,
  command: ({ name }, { iac, tofu }) => {
    const checkout = iac?.deployHost === name ? iac.checkout : tofu?.repository
    const git = `git -c safe.directory='*' -C ${word(checkout ?? '')}`
    return `s=$(${git} --no-optional-locks status --porcelain=v2 --branch) || exit; printf '%s\\n' "$s"; v=$(${git} ls-files -v) || exit; printf '%s\\n' "$v" | sed -nE 's/^([a-zS]) (.*)/hidden \\2/p'; l=$(${git} log -n 500 --format='commit %H') || exit; printf '%s\\n' "$l"; echo ended`
  },
  parse: ({ stdout }): DeployCheckout => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'git did not say all')
    const after = (mark: string) =>
      lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(mark.length))
    const [head] = after('# branch.oid ')
    const [upstream] = after('# branch.upstream ')
    const [, ahead = '0', behind = '0'] =
      /^\+(\d+) -(\d+)$/.exec(after('# branch.ab ')[0] ?? '') ?? []
    const commits = after('commit ')
    if (!head || commits[0] !== head || commits.some((it) => !/^[0-9a-f]{40}$/.test(it)))
      throw new Unseen('not understood', 'git names no commit that is out of its log')
    return {
      head,
      ...(upstream ? { upstream } : {}),
      ahead: Number(ahead),
      behind: Number(behind),
      dirty: lines.filter((line) => /^[12u?] /.test(line)).map((line) => line.replace(/^.* /, '')),
      hidden: after('hidden '),
      commits,
    }
  },
})
