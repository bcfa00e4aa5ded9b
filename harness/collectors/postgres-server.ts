import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** The database server of a host, as it lets itself be asked by its own administrator. One that does not run tells nothing but that. */
export interface PostgresServer {
  /** Whether it takes connections at the host’s address: `accepting`, `rejecting`, `silent`. */
  readonly state: string
  readonly isEncrypting?: boolean
  /** Whether it only replays what another one does. */
  readonly isRecovering?: boolean
  /** What its data lie on, and what the system lies on. */
  readonly dataSource?: string
  readonly rootSource?: string
  /** How those are let in that do not come through the local socket; complete when the server itself said so. */
  readonly rules: Census<LoginRule>
}

export interface LoginRule {
  /** `host`, `hostssl`, `hostnossl`. */
  readonly type: string
  readonly address: string
  /** `scram-sha-256`, `cert`, `trust` … */
  readonly method: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    postgresServer: PostgresServer
  }
}

const SETTINGS = `select current_setting('ssl') || ' ' || pg_is_in_recovery() || ' ' || current_setting('data_directory')`
const RULES = `select 'rule ' || type || ' ' || coalesce(address, '-') || ' ' || auth_method from pg_hba_file_rules where error is null and type <> 'local'`
const STATES = ['accepting', 'rejecting', 'silent']

/** @source pg_isready(1); psql(1) as the user postgres over the local socket; findmnt(8) */
export const postgresServer = hostCollector('postgresServer', {
  where: ({ vmid }, { guests, virtual }) =>
    (virtual?.machines ?? []).some(
      ({ guest, purpose }) =>
        purpose === 'database' && guests.some((one) => one.name === guest && one.vmid === vmid),
    ),
  command: ({ address }) =>
    [
      `command -v pg_isready >/dev/null && command -v psql >/dev/null || exit 127; pg_isready -q -h ${address}; r=$?; echo "ready $r";`,
      `q() { runuser -u postgres -- psql -XAtqc "$1"; }; s=$(q "${SETTINGS}"); c=$?; if [ $r = 2 ] && [ $c = 2 ]; then echo stopped; echo ended; exit; fi; [ $c = 0 ] || exit $c; echo "settings $s"; d=\${s#* * };`,
      `m=$(findmnt -n -o SOURCE -T "$d") && r=$(findmnt -n -o SOURCE -T /) || exit; echo "data $m"; echo "root $r"; l=$(q "${RULES}") || exit; [ -z "$l" ] || printf '%s\\n' "$l"; echo ended`,
    ].join(' '),
  parse: ({ stdout }): PostgresServer => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'ended') throw new Unseen('cut short', 'the database did not say all')
    const after = (mark: string) =>
      lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1))
    const [[ready = ''], [settings = ''], [data], [root]] = [
      'ready',
      'settings',
      'data',
      'root',
    ].map(after) as [string[], string[], string[], string[]]
    const [ssl, recovery] = settings.split(' ')
    const state = STATES[Number(ready)]
    // neither at its address nor over its socket: there is no server to ask for more
    if (state === 'silent' && lines.includes('stopped'))
      return { state, rules: { items: [], complete: false, because: 'the server does not run' } }
    if (
      !state ||
      !data ||
      !root ||
      !/^(on|off)$/.test(ssl ?? '') ||
      !/^(true|false)$/.test(recovery ?? '')
    )
      throw new Unseen('not understood', 'what the database says of itself')
    return {
      state,
      isEncrypting: ssl === 'on',
      isRecovering: recovery === 'true',
      dataSource: data,
      rootSource: root,
      rules: { items: after('rule').map(ruleOf), complete: true },
    }
  },
})

function ruleOf(line: string): LoginRule {
  const [type, address, method] = line.split(' ')
  if (!type || !address || !method)
    throw new Unseen('not understood', 'a rule of the database by which people are let in')
  return { type, address, method }
}
