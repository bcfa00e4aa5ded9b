import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { blocksOf } from './systemd/blocks.ts'

/** The service that makes backups, and what starts it. */
export interface BackupUnit {
  /** When it ended last; absent when it never ran. */
  readonly endedAt?: string
  /** `success`, `exit-code`, `timeout` … */
  readonly result: string
  readonly exitStatus: number
  /** When its timer starts it next; absent when nothing will. */
  readonly nextAt?: string
  /** Ends of its runs that the journal has of the last days, failed ones as well. */
  readonly runs: readonly { readonly at: string; readonly isGood: boolean }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    backupUnit: BackupUnit
  }
}

/** Message ids of systemd: a unit succeeded, and a unit failed. */
const [SUCCEEDED, FAILED] = ['7ad2d189f7e94e70a38c781354912448', 'd9b373ed55a64feb8242e02dbe79a49c']

/**
 * Words of one field are alternatives, those of several must all hold: with a `+` between them the success of any unit
 * would count.
 *
 * @source systemctl(1) show, journalctl(1) by systemd's own message ids, as systemd itself wrote them
 */
export const backupUnit = hostCollector('backupUnit', {
  where: ({ name }, { backup }) => backup?.host === name,
  timeoutSeconds: 60,
  command: (_, { backup }) => {
    const unit = word(backup?.unit ?? '')
    const timer = unit.replace(/\.service$/, '.timer')
    return `systemctl show ${unit} --no-pager -p Id,ExecMainExitTimestamp,Result,ExecMainStatus || exit; echo; systemctl show ${timer} --no-pager -p Id,NextElapseUSecRealtime,ActiveState || exit; echo "@@"; j=$(journalctl --since=-30d -o json --no-pager --output-fields=MESSAGE_ID _PID=1 UNIT=${unit} MESSAGE_ID=${SUCCEEDED} MESSAGE_ID=${FAILED}) || exit; printf '%s\\n' "$j" | sed -nE 's/.*"__REALTIME_TIMESTAMP" ?: ?"([0-9]+)".*"MESSAGE_ID" ?: ?"([0-9a-f]+)".*/run \\1 \\2/p; s/.*"MESSAGE_ID" ?: ?"([0-9a-f]+)".*"__REALTIME_TIMESTAMP" ?: ?"([0-9]+)".*/run \\2 \\1/p'; echo "@@ end"`
  },
  parse: ({ stdout }): BackupUnit => {
    const [shown = '', rest] = stdout.split('@@\n')
    if (rest === undefined || !rest.endsWith('@@ end\n'))
      throw new Unseen('cut short', 'systemd did not say all')
    const [service, timer] = blocksOf(shown)
    if (!service || !timer)
      throw new Unseen('not understood', 'the unit, or its timer, is not there')
    const endedAt = service.at('ExecMainExitTimestamp')
    const nextAt =
      timer.text('ActiveState') === 'active' ? timer.at('NextElapseUSecRealtime') : undefined
    return {
      ...(endedAt ? { endedAt } : {}),
      result: service.text('Result'),
      exitStatus: service.count('ExecMainStatus'),
      ...(nextAt ? { nextAt } : {}),
      runs: [...rest.matchAll(/^run (\d+) (\w+)$/gm)].map(([, at = '', id]) => ({
        at: new Date(Number(at) / 1000).toISOString(),
        isGood: id === SUCCEEDED,
      })),
    }
  },
})
