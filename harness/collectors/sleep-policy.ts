import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT } from './machines/asked.ts'

/** Whether a machine may go to sleep by itself. */
export interface SleepPolicy {
  /** What systemd says of its targets, e.g. `suspend.target` is `masked`. */
  readonly targets: Readonly<Record<string, string>>
  /** What logind does, by setting: the value in force. */
  readonly logind: Readonly<Record<string, string>>
  /** How often the machine went to sleep since it booted. */
  readonly slept: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    sleepPolicy: SleepPolicy
  }
}

const TARGETS = ['sleep', 'suspend', 'hibernate', 'hybrid-sleep', 'suspend-then-hibernate']
/** What logind has when nobody says otherwise, by logind.conf(5). */
const DEFAULTS = {
  IdleAction: 'ignore',
  HandleLidSwitch: 'suspend',
  HandleLidSwitchExternalPower: 'suspend',
  HandleLidSwitchDocked: 'ignore',
}

/** @source systemctl(1) is-enabled, systemd-analyze(1) cat-config, journalctl(1) of this boot */
export const sleepPolicy = hostCollector('sleepPolicy', {
  where: ({ role }, { machines }) => role === 'hypervisor' && machines !== undefined,
  command: `${AS_ROOT}; for t in ${TARGETS.join(' ')}; do s=$(systemctl is-enabled "$t.target"); [ -n "$s" ] || exit 1; echo "target $t.target $s"; done; c=$(systemd-analyze --no-pager cat-config systemd/logind.conf) || exit; printf '%s\\n' "$c" | sed -nE 's/^[[:space:]]*(IdleAction|HandleLidSwitch[A-Za-z]*)[[:space:]]*=[[:space:]]*(.*)$/logind \\1 \\2/p'; j=$(journalctl -b -q --no-pager -o cat -t systemd-sleep) || exit; echo "slept $(printf '%s\\n' "$j" | grep -ciE '^(entering sleep state|performing sleep operation)')"`,
  parse: ({ stdout }): SleepPolicy => {
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '))
    const of = (kind: string) => rows.filter(([is]) => is === kind).map(([, ...rest]) => rest)
    const targets = Object.fromEntries(of('target').map(([name = '', state = '']) => [name, state]))
    const [slept] = of('slept')[0] ?? []
    if (Object.keys(targets).length !== TARGETS.length || !/^\d+$/.test(slept ?? ''))
      throw new Unseen('cut short', 'not every target was asked about, or the journal was not')
    const said = of('logind').map(([key = '', ...value]) => [key, value.join(' ')])
    return { targets, logind: { ...DEFAULTS, ...Object.fromEntries(said) }, slept: Number(slept) }
  },
})
