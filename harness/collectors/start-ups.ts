import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { AS_ROOT, isOfMachines } from './machines/asked.ts'

/** A service, socket, timer or path unit that is active, or starts by itself. */
export interface StartUp {
  readonly unit: string
  /** `enabled`, `static`, `linked`, `generated`, `transient` …; `-` without a file. */
  readonly state: string
  readonly isActive: boolean
  /** Its file; absent when it has none. */
  readonly path?: string
  /** Package that brought the file; absent when none did, or when it only starts a file of one’s own. */
  readonly owner?: string
  /** Whether a file beside it, that no package brought, says what else is to be run. */
  readonly isChanged?: true
}

/** Everything that starts without a person, and what was started by one. */
export interface StartUps {
  readonly units: readonly StartUp[]
  /** Files that have a unit start with a user's session, in the homes of users. */
  readonly ofUsers: readonly string[]
  /** Users whose units run without a session. */
  readonly lingering: readonly string[]
  /** Files of cron and anacron, and jobs of at: which package brought it as it is, and whether something in it starts with the machine. */
  readonly crons: readonly {
    readonly path: string
    readonly owner?: string
    readonly atBoot: boolean
  }[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    startUps: StartUps
  }
}

const KINDS = '--type=service,socket,timer,path --no-legend --no-pager --plain'
const OWNER =
  'o=$(dpkg-query -S "$f" 2>/dev/null | grep -v "^diversion by" | head -n 1); o=${o%%[:,]*}'
/** A file that is not as its package brought it is of nobody. */
const CHANGED =
  'c=; [ -z "$o" ] || c=$(dpkg-query -W -f "\\${Conffiles}\\n" "$o" | awk -v f="$f" \'$1 == f { print $2 }\') || exit; [ -z "$c" ] || [ "$c" = "$(md5sum <"$f" | cut -c 1-32)" ] || o='

/**
 * Units, units of users, and cron. Which program a unit starts is another fact; nothing of a schedule is told.
 *
 * @source systemctl(1), dpkg-query(1) -S, crontab(5), at(1), loginctl(1) enable-linger; as root
 */
export const startUps = hostCollector('startUps', {
  where: isOfMachines,
  timeoutSeconds: 60,
  command: [
    `${AS_ROOT}; a=$(systemctl list-unit-files --state=enabled,enabled-runtime,linked,linked-runtime ${KINDS}) || exit; b=$(systemctl list-units --state=active ${KINDS}) || exit;`,
    `for u in $(printf '%s\\n' "$a" "$b" | awk '{ print $1 }' | sort -u); do case $u in *@.*) continue;; esac;`,
    'o=$(systemctl show "$u" --no-pager -p Id -p UnitFileState -p ActiveState -p FragmentPath -p DropInPaths) || exit; g() { printf "%s\\n" "$o" | sed -n "s/^$1=//p"; }; i=$(g Id); s=$(g UnitFileState); c=$(g ActiveState); f=$(g FragmentPath); x=; for p in $(g DropInPaths); do case $p in /etc/*|/run/systemd/transient/*|/run/systemd/system/*|/usr/local/*) ! grep -qE "^[[:space:]]*Exec" "$p" || x=" changed";; esac; done;',
    `if [ -n "$f" ]; then ${OWNER}; [ -n "$o" ] || case $f in /lib/*) f=/usr$f; ${OWNER};; /usr/lib/*) f=\${f#/usr}; ${OWNER};; esac; else o=; fi; echo "unit $i \${s:--} $c \${f:--} \${o:--}$x"; done;`,
    `for h in /root /home/*; do [ ! -d "$h/.config/systemd/user" ] || find "$h/.config/systemd/user" -path '*.wants/*' -exec echo user {} ';'; done; [ ! -d /var/lib/systemd/linger ] || ls /var/lib/systemd/linger | sed 's/^/linger /';`,
    `for f in /etc/crontab /etc/cron.d/* /etc/cron.hourly/* /etc/cron.daily/* /etc/cron.weekly/* /etc/cron.monthly/* /var/spool/cron/crontabs/* /var/spool/cron/atjobs/* /etc/anacrontab; do [ -f "$f" ] || continue; case $f in */.placeholder) continue;; esac; ${OWNER}; ${CHANGED}; if grep -q '^[[:space:]]*@reboot' "$f"; then r=boot; else r=-; fi; echo "cron $r \${o:--} $f"; done; echo looked`,
  ].join(' '),
  parse: ({ stdout }): StartUps => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the list of what starts by itself has no end')
    const found = lines.map((line) => line.split(' '))
    const odd = found.find(([kind = '']) => !['unit', 'user', 'linger', 'cron'].includes(kind))
    if (odd)
      throw new Unseen('not understood', 'a line about what starts by itself has another form')
    const of = (kind: string) => found.filter(([is]) => is === kind).map(([, ...rest]) => rest)
    const units = of('unit').map(unitOf)
    if (!units.some(({ isActive }) => isActive))
      throw new Unseen('not understood', 'systemd lists no active unit: not a running system')
    return {
      units,
      ofUsers: of('user').map((rest) => rest.join(' ')),
      lingering: of('linger').map((rest) => rest.join(' ')),
      crons: of('cron').map(([at, owner, ...path]) => ({
        path: path.join(' '),
        ...(owner === '-' || owner === undefined ? {} : { owner }),
        atBoot: at === 'boot',
      })),
    }
  },
})

function unitOf(row: readonly string[]): StartUp {
  const [unit, state, active, path, owner, change = 'none', ...more] = row
  const isWhole = unit && state && active && path && owner && more.length === 0
  if (!isWhole || !['none', 'changed'].includes(change))
    throw new Unseen('not understood', 'a unit is not described as it should be')
  return {
    unit,
    state,
    isActive: active === 'active' || active === 'activating' || active === 'reloading',
    ...(path === '-' ? {} : { path }),
    // systemd brings the unit of /etc/rc.local; what stands in that file nobody brought.
    ...(owner === '-' || unit === 'rc-local.service' ? {} : { owner }),
    ...(change === 'changed' ? { isChanged: true } : {}),
  }
}
