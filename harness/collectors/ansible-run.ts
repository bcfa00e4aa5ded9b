import { hostCollector } from '../model/collector.ts'
import { flag, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What the last run of Ansible left on a host when it had come to its end. */
export interface AnsibleRun {
  readonly commit: string
  readonly at: string
  readonly failed: number
  /** Whether it ran whole, and not with some tags or from some task on. */
  readonly isWhole: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Absent run: Ansible never went through here. */
    ansibleRun: { readonly last?: AnsibleRun }
  }
}

/** @source /etc/ansible/facts.d/run.fact, which the last play writes: commit, epoch, failed, whole */
export const ansibleRun = hostCollector('ansibleRun', {
  where: ({ role }, { iac }) => role !== 'vantage' && iac !== undefined,
  command:
    'f=/etc/ansible/facts.d/run.fact; if [ -e "$f" ]; then cat "$f" || exit; else echo none; fi',
  parse: ({ stdout }) => {
    if (stdout.trim() === 'none') return {}
    const row = object(parseJson(stdout, 'run.fact'), 'run.fact')
    const commit = text(row.commit, 'commit of run.fact')
    if (!/^[0-9a-f]{40}$/.test(commit))
      throw new Unseen('not understood', 'run.fact names no commit')
    return {
      last: {
        commit,
        at: new Date(number(row.epoch, 'epoch of run.fact') * 1000).toISOString(),
        failed: number(row.failed, 'failed of run.fact'),
        isWhole: flag(row.whole, 'whole of run.fact'),
      },
    }
  },
})
