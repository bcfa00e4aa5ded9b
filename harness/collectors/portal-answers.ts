import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** What Authelia says about itself, and of a stranger who asks for each name. */
export interface PortalAnswers {
  /** `OK`, as its health page says. */
  readonly health: string
  /** Level of a visitor without a login: 0. */
  readonly strangersLevel: number
  /** Status of its answer when the proxy asks whether a stranger may see a name. */
  readonly strangers: readonly { readonly name: string; readonly status: number }[]
  /** Status of the old way of asking, which newer proxies do not use. */
  readonly oldEndpoint: number
  /** Its configuration, where that was changed after it was started: it has not read it. */
  readonly unread: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    portalAnswers: PortalAnswers
  }
}

/** The configuration that is deployed. */
const configOf = (iac: Inventory['iac']): string =>
  iac?.deployed.find(({ path }) => /authelia\/configuration\.ya?ml$/.test(path))?.path ??
  '/etc/authelia/configuration.yml'

/** @source GET /api/health, /api/state, /api/authz/auth-request, /api/verify of Authelia 4.38, asked at the proxy as nginx asks; find(1), whether its configuration is newer than its process */
export const portalAnswers = hostCollector('portalAnswers', {
  where: ({ name }, { proxy }) => proxy?.host === name,
  timeoutSeconds: 60,
  command: (_, { iac, proxy }) =>
    `u=http://127.0.0.1:9091; h=$(curl -s --max-time 5 "$u/api/health") || exit; echo "health $h"; s=$(curl -s --max-time 5 "$u/api/state") || exit; echo "state $s"; for n in ${(proxy?.names ?? []).map(({ name }) => word(name)).join(' ')}; do c=$(curl -s -o /dev/null --max-time 5 -w "%{http_code}" -H "X-Original-URL: https://$n/" -H "X-Original-Method: GET" "$u/api/authz/auth-request") || exit; echo "stranger $n $c"; done; c=$(curl -s -o /dev/null --max-time 5 -w "%{http_code}" "$u/api/verify") || exit; echo "old $c"; p=$(pgrep -o -x authelia) && t=$(LC_ALL=C ps -o lstart= -p "$p") && [ -n "$t" ] || exit; f=$(find -L ${word(configOf(iac))} -type f -newerct "$t") || exit; printf '%s\\n' "$f" | sed -n 's/^\\//unread &/p'; echo asked`,
  parse: ({ stdout }): PortalAnswers => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'asked') throw new Unseen('cut short', 'Authelia was not asked to the end')
    const after = (mark: string) =>
      lines.find((line) => line.startsWith(`${mark} `))?.slice(mark.length + 1) ?? ''
    const { status } = object(
      parseJson(after('health'), 'health of Authelia'),
      'health of Authelia',
    )
    const { data } = object(parseJson(after('state'), 'state of Authelia'), 'state of Authelia')
    const { authentication_level: level } = object(data, 'state of Authelia')
    if (typeof level !== 'number')
      throw new Unseen('not understood', 'Authelia says no level of a stranger')
    const strangers = lines.flatMap((line) => {
      const [, name, code] = /^stranger (\S+) (\d{3})$/.exec(line) ?? []
      return name ? [{ name, status: Number(code) }] : []
    })
    const old = after('old')
    if (!/^\d{3}$/.test(old) || strangers.length === 0)
      throw new Unseen('cut short', 'Authelia was not asked about every name')
    return {
      health: text(status, 'status of Authelia'),
      strangersLevel: level,
      strangers,
      oldEndpoint: Number(old),
      unread: lines
        .filter((line) => line.startsWith('unread '))
        .map((line) => line.slice('unread '.length)),
    }
  },
})
