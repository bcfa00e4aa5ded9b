import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What the platform as code would change now. */
export interface PlanChanges {
  /** Of `plan -detailed-exitcode`: 0 nothing, 2 something. */
  readonly planStatus: number
  /** Files that differ from what is committed. */
  readonly uncommitted: number
  /** Commits that the checkout lacks. */
  readonly behind: number
  /** By host, what a run of Ansible would do. */
  readonly hosts: readonly {
    readonly host: string
    readonly changed: number
    readonly unreachable: number
    readonly failed: number
  }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    planChanges: PlanChanges
  }
}

/**
 * A plan, and a run in check mode: both read, and change nothing. Only counts are kept.
 *
 * @source tofu or terraform plan -detailed-exitcode, ansible-playbook(1) --check, git(1)
 */
export const planChanges = hostCollector('planChanges', {
  where: ({ name }, { plan }) => plan?.host === name,
  timeoutSeconds: 300,
  command: (_, { plan }) =>
    `cd ${word(plan?.folder ?? '')} || exit; t=$(command -v tofu || command -v terraform) || exit 127; command -v ansible-playbook >/dev/null || exit 127; u=$(git status --porcelain | wc -l) || exit; b=$(git rev-list --count HEAD..@{u}) || exit; "$t" plan -detailed-exitcode -input=false -lock=false >/dev/null 2>&1; echo "plan $? $u $b"; ansible-playbook --check site.yml 2>/dev/null | sed -nE 's/^([^ ]+) +: ok=[0-9]+ +changed=([0-9]+) +unreachable=([0-9]+) +failed=([0-9]+).*/host \\1 \\2 \\3 \\4/p'; echo ended`,
  parse: ({ stdout }): PlanChanges => {
    const lines = stdout.trimEnd().split('\n')
    const [, status, uncommitted, behind] =
      /^plan (\d+) +(\d+) (\d+)$/.exec(lines.shift() ?? '') ?? []
    if (lines.pop() !== 'ended' || status === undefined)
      throw new Unseen('cut short', 'the plan did not come to its end')
    if (status !== '0' && status !== '2')
      throw new Unseen('not understood', `the plan failed with status ${status}`)
    return {
      planStatus: Number(status),
      uncommitted: Number(uncommitted),
      behind: Number(behind),
      hosts: lines.map((line) => {
        const [, host, changed, unreachable, failed] =
          /^host (\S+) (\d+) (\d+) (\d+)$/.exec(line) ?? []
        if (host === undefined)
          throw new Unseen('not understood', 'Ansible sums up in another form')
        return {
          host,
          changed: Number(changed),
          unreachable: Number(unreachable),
          failed: Number(failed),
        }
      }),
    }
  },
})
