import { hostCollector, word } from '../model/collector.ts'
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
}

declare module '../model/facts.ts' {
  interface HostFacts {
    portalAnswers: PortalAnswers
  }
}

/** @source GET /api/health, /api/state, /api/authz/auth-request, /api/verify of Authelia 4.38, asked at the proxy as nginx asks */
export const portalAnswers = hostCollector('portalAnswers', {
  where: ({ name }, { proxy }) => proxy?.host === name,
  timeoutSeconds: 60,
  command: (_, { proxy }) =>
    `u=http://127.0.0.1:9091; h=$(curl -s --max-time 5 "$u/api/health") || exit; echo "health $h"; s=$(curl -s --max-time 5 "$u/api/state") || exit; echo "state $s"; for n in ${(proxy?.names ?? []).map(({ name }) => word(name)).join(' ')}; do c=$(curl -s -o /dev/null --max-time 5 -w "%{http_code}" -H "X-Original-URL: https://$n/" -H "X-Original-Method: GET" "$u/api/authz/auth-request") || exit; echo "stranger $n $c"; done; c=$(curl -s -o /dev/null --max-time 5 -w "%{http_code}" "$u/api/verify") || exit; echo "old $c"`,
  parse: ({ stdout }): PortalAnswers => {
    const lines = stdout.trimEnd().split('\n')
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
    }
  },
})
