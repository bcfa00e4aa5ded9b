import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What a rehearsal of Ansible said of one host. */
export interface AnsibleRecap {
  readonly host: string
  readonly ok: number
  readonly changed: number
  readonly unreachable: number
  readonly failed: number
  readonly skipped: number
}

/** What the tools of the lab said when they were last run to see whether anything would change. */
export interface DriftReports {
  /** `terraform plan -detailed-exitcode`: 0 nothing to do, 2 something, 1 it went wrong. */
  readonly plan: {
    readonly at: string
    readonly exit: number
    readonly commit: string
    readonly arguments: readonly string[]
    /** Addresses of what it would change. */
    readonly changes: readonly string[]
  }
  /** `ansible-playbook --check`. */
  readonly rehearsal: {
    readonly at: string
    readonly commit: string
    readonly arguments: readonly string[]
    readonly recaps: readonly AnsibleRecap[]
  }
  /** Numbers of the guests in the state of Terraform. */
  readonly managed: {
    readonly at: string
    readonly vmids: readonly number[]
    readonly backend: string
  }
}

declare module '../model/facts.ts' {
  interface HostFacts {
    driftReports: DriftReports
  }
}

/**
 * Reports in the folder `iac.reports`: `plan.exit` (exit status, commit, arguments), `plan.log` (the plan’s own
 * JSON lines), `check.commit` (commit, arguments) and `check.log` (Ansible’s output), `managed` (backend, then a number a line).
 *
 * @source files that a job of the deploying host leaves there; nothing but addresses and counts is taken from them
 */
export const driftReports = hostCollector('driftReports', {
  where: ({ name }, { iac }) => iac?.deployHost === name,
  command: (_, { iac }) =>
    `cd ${word(iac?.reports ?? '')} || exit; for f in plan.exit check.commit managed; do t=$(stat -c %Y "$f") || exit; echo "at $f $t"; sed "s/^/$f /" "$f" || exit; done; sed -nE 's/.*"type":"(planned_change|resource_drift)".*"addr":"([^"]*)".*/change \\2/p' plan.log || exit; sed -nE 's/^([A-Za-z0-9._-]+) +: (ok=[0-9].*)$/recap \\1 \\2/p' check.log || exit; echo ended`,
  parse: ({ stdout }): DriftReports => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended')
      throw new Unseen('cut short', 'the reports are not there as a whole')
    const after = (mark: string) =>
      lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1))
    const at = (file: string) => momentOf(after(`at ${file}`)[0], file)
    const [, exit, commit, given] =
      /^(\d+) ([0-9a-f]{40})((?: \S+)*)$/.exec(after('plan.exit')[0] ?? '') ?? []
    const [, checked, how] =
      /^([0-9a-f]{40})((?: \S+)+)$/.exec(after('check.commit')[0] ?? '') ?? []
    const recaps = after('recap').map(recapOf)
    const [backend, ...vmids] = after('managed')
    if (!exit || !commit || !checked || !backend)
      throw new Unseen(
        'not understood',
        'a report does not say of which commit it is, or how it was made',
      )
    if (recaps.length === 0) throw new Unseen('not understood', 'Ansible recaps no host')
    return {
      plan: {
        at: at('plan.exit'),
        exit: Number(exit),
        commit,
        arguments: (given ?? '').split(' ').filter(Boolean),
        changes: after('change'),
      },
      rehearsal: {
        at: at('check.commit'),
        commit: checked,
        arguments: (how ?? '').split(' ').filter(Boolean),
        recaps,
      },
      managed: { at: at('managed'), backend, vmids: vmids.map(Number) },
    }
  },
})

function momentOf(seconds: string | undefined, file: string): string {
  if (!seconds || !/^\d{9,11}$/.test(seconds))
    throw new Unseen('not understood', `${file} has no time of its own`)
  return new Date(Number(seconds) * 1000).toISOString()
}

function recapOf(line: string): AnsibleRecap {
  const [host = ''] = line.split(' ')
  const count = (name: string) => {
    const found = new RegExp(`\\b${name}=(\\d+)`).exec(line)?.[1]
    if (!found) throw new Unseen('not understood', `the recap of ${host} does not count ${name}`)
    return Number(found)
  }
  return {
    host,
    ok: count('ok'),
    changed: count('changed'),
    unreachable: count('unreachable'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
}
