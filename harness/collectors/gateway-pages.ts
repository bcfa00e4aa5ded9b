import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { type HttpAnswer, RAN_OUT } from '../model/probe.ts'
import { Unseen } from '../model/unseen.ts'

/** What the proxy answered for one name. */
export interface GatewayPage extends HttpAnswer {
  readonly name: string
  /** `secure`: the page over https; `forged`: the same with a made-up identity; `plain`: the name over http; `nobody`: a name that is no route. */
  readonly kind: 'secure' | 'forged' | 'plain' | 'nobody'
  /** First 8 KiB. */
  readonly body?: string
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    /** One GET for each name, sent to the proxy's own address whatever the name resolves to. */
    gatewayPages: readonly GatewayPage[]
  }
}

/** Vantages from which the proxy is meant to be used: from outside, its address is no address. */
const INSIDE = ['lan', 'tailnet']
const KEPT_CHARACTERS = 8192

/** @source HTTP(S) from the vantage without a login, redirects not followed, certificates checked there against the name */
export const gatewayPages = vantageCollector('gatewayPages', {
  ask: (vantage, inventory) => {
    const http = INSIDE.includes(vantage.name) ? asksOf(inventory) : []
    return http.length > 0
      ? {
          http: http.map(({ id, url, address, headers }) => ({
            id,
            url,
            address,
            ...(headers ? { headers } : {}),
          })),
        }
      : undefined
  },
  parse: (answer, _vantage, inventory) => {
    // One proxy answers for all: when it takes too long, it is not known what it would have done.
    const late = answer.http.find(({ id, error }) => id.startsWith('gateway:') && error === RAN_OUT)
    if (late) throw new Unseen('timed out', `${late.id}: ${RAN_OUT}`)
    return asksOf(inventory).flatMap(({ id, name, kind }) =>
      answer.http
        .filter((one) => one.id === id)
        .map(({ body, ...rest }) => ({
          ...rest,
          name,
          kind,
          ...(body === undefined ? {} : { body: body.slice(0, KEPT_CHARACTERS) }),
        })),
    )
  },
})

/** Headers by which Authentik and others tell a service who has logged in: from outside, nobody may send them. */
const FORGED = {
  'X-authentik-username': 'akadmin',
  'X-authentik-groups': 'authentik Admins',
  'Remote-User': 'akadmin',
}

interface Ask {
  readonly kind: GatewayPage['kind']
  readonly name: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
}

function asksOf({ gateway, hosts }: Inventory) {
  const address = hosts.find(({ name }) => name === gateway?.host)?.address
  if (!gateway || address === undefined) return []
  return [
    ...gateway.routes.flatMap(({ name, path = '/', ownLogin }) => [
      { kind: 'secure' as const, name, url: `https://${name}${path}` },
      ...(ownLogin === undefined
        ? [{ kind: 'forged' as const, name, url: `https://${name}${path}`, headers: FORGED }]
        : []),
      { kind: 'plain' as const, name, url: `http://${name}/` },
    ]),
    { kind: 'nobody' as const, name: gateway.nobody, url: `https://${gateway.nobody}/` },
  ].map((ask: Ask) => ({ ...ask, address, id: `gateway:${ask.kind}:${ask.name}` }))
}
