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
/** Who brought the file of each unit, asked once for all: first owners, then files that say what to run, then units. */
const JOINED = [
  '$1 == "owner" { o = $2; sub(/[:,].*/, "", o); if (!($NF in own)) own[$NF] = o; next }',
  '$1 == "exec" { runs[$2] = 1; next }',
  '{ k = $0; sub(/=.*/, "", k); v = $0; sub(/^[^=]*=/, "", v); is[k] = v }',
  '$0 == "" && is["Id"] != "" { f = is["FragmentPath"]; t = f; if (sub(/^\\/usr\\/lib\\//, "/lib/", t) == 0) sub(/^\\/lib\\//, "/usr/lib/", t); if (!(f in own) && t in own) f = t; o = own[f]; x = ""; n = split(is["DropInPaths"], d, " "); for (i = 1; i <= n; i++) if (d[i] in runs) x = " changed"; print "unit " is["Id"] " " (is["UnitFileState"] == "" ? "-" : is["UnitFileState"]) " " is["ActiveState"] " " (f == "" ? "-" : f) " " (o == "" ? "-" : o) x; split("", is) }',
].join(' ')

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
    `u=$(printf '%s\\n' "$a" "$b" | awk '$1 !~ /@\\./ { print $1 }' | sort -u); s=$(systemctl show $u --no-pager -p Id -p UnitFileState -p ActiveState -p FragmentPath -p DropInPaths) || exit;`,
    `g() { printf '%s\\n' "$s" | sed -n "s/^$1=//p" | tr ' ' '\\n' | grep . | sort -u; };`,
    `{ g FragmentPath | sed 'p; s,^/usr/lib/,/lib/,; t; s,^/lib/,/usr/lib/,' | xargs -r dpkg-query -S 2>/dev/null | grep -v '^diversion by' | sed 's/^/owner /'; g DropInPaths | grep -E '^/(etc|run/systemd/transient|run/systemd/system|usr/local)/' | xargs -r grep -lE '^[[:space:]]*Exec' | sed 's/^/exec /'; printf '%s\\n\\n' "$s"; } | awk '${JOINED}';`,
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
