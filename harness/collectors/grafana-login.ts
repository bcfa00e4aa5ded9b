import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A way to log in at Grafana beside its own users. */
export interface LoginWay {
  /** As in `[auth.<name>]`: `ldap`, `proxy`, `generic_oauth` … */
  readonly name: string
  readonly isEnabled: boolean
  /** Servers it needs. */
  readonly hosts: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** What grafana.ini and the environment of the running server say; what was set in its own database is not in it. */
    grafanaLogin: readonly LoginWay[]
  }
}

const KEYS = '(enabled|auth_url|token_url|api_url)'

/**
 * Names of the ways and hosts of their servers; ids, secrets and paths are left where they are.
 *
 * @source grafana.ini, `GF_AUTH_*` of the process, ldap.toml
 */
export const grafanaLogin = hostCollector('grafanaLogin', {
  where: ({ role }, { apis }) => role === 'monitoring' && apis.grafana !== undefined,
  command: `p=$(systemctl show grafana-server.service -p MainPID --value) && e=$(tr '\\0' '\\n' < /proc/$p/environ) && i=$(cat /etc/grafana/grafana.ini) && echo "pid $p" && { printf '%s\\n' "$i" | awk '/^[ \\t]*\\[/ { s = $1 } s ~ /^\\[auth\\./ && /^[ \\t]*${KEYS}[ \\t]*=/ { print s, $0 }'; printf '%s\\n' "$e" | sed -n -E 's/^(GF_AUTH_[A-Z_]+_(ENABLED|AUTH_URL|TOKEN_URL|API_URL)=)/env \\1/p'; if [ -e /etc/grafana/ldap.toml ]; then sed -n -E 's/^[ \\t]*host[ \\t]*=[ \\t]*/[auth.ldap] host = /p' /etc/grafana/ldap.toml; fi; } | sed -E 's,//[^@/]*@,//,; s,(://[^/?#"]*)[^"]*,\\1,'`,
  parse: ({ stdout }): readonly LoginWay[] => {
    const [first = '', ...lines] = stdout.split('\n').filter(Boolean)
    if (!/^pid [1-9]\d*$/.test(first)) throw new Unseen('cut short', 'Grafana is not running here')
    const ways = new Map<string, { isEnabled: boolean; hosts: string[] }>()
    for (const line of lines) {
      const { name, key, value } = settingOf(line)
      const way = ways.get(name) ?? { isEnabled: false, hosts: [] }
      ways.set(name, way)
      if (key === 'enabled') way.isEnabled = value.toLowerCase() === 'true'
      else if (value !== '') way.hosts.push(...hostsIn(value))
    }
    return [...ways].map(([name, way]) => ({ name, ...way }))
  },
})

function settingOf(line: string) {
  const ini = /^\[auth\.([\w-]+)\]\s+(\w+)\s*=\s*"?([^"]*?)"?\s*$/.exec(line)
  const env = /^env GF_AUTH_([A-Z_]+?)_(ENABLED|AUTH_URL|TOKEN_URL|API_URL)=(.*)$/.exec(line)
  const [, name, key, value = ''] = ini ?? env ?? []
  if (name === undefined || key === undefined)
    throw new Unseen('not understood', 'a setting of the login has another form')
  return { name: name.toLowerCase(), key: key.toLowerCase(), value: value.trim() }
}

/** ldap.toml may name several, separated by white space. */
const hostsIn = (value: string): readonly string[] =>
  value.split(/\s+/).map((one) => (URL.canParse(one) ? new URL(one).hostname : one))
