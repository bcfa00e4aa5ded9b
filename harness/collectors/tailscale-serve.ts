import { hostCollector } from '../model/collector.ts'
import { flag, object, parseJson, text } from '../model/parse.ts'
import { isMember } from './tailscale/member.ts'

/** A name and port that Tailscale's relays on the internet hand on to this node. */
export interface Funnel {
  /** `vm100.tail1234.ts.net:443` */
  readonly at: string
  /** Session of a funnel that lives as long as a terminal; absent for one that was put in the background. */
  readonly session?: string
}

/** What tailscaled itself answers for on this node. */
export interface TailscaleServe {
  readonly funnels: readonly Funnel[]
  /** Ports served, to the tailnet or beyond, as `443` or as `svc:name`. */
  readonly served: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tailscaleServe: TailscaleServe
  }
}

/**
 * What is served through Tailscale, Funnel included: also by `tailscale funnel` in a terminal, whose
 * configuration is kept apart in `Foreground`.
 *
 * @source tailscale serve status --json (ipn.ServeConfig), 1.60 or later, no privileges needed
 * @unknown tailscale missing, e.g. in a container of its own · tailscaled not running
 */
export const tailscaleServe = hostCollector('tailscaleServe', {
  where: isMember,
  // Static answers and addresses of backends may hold secrets: they stay on the host.
  command: `o=$(tailscale serve status --json) || exit; printf '%s\\n' "$o" | sed -E 's/("(Text|Proxy|TCPForward|Path)": *")([^"\\\\]|\\\\.)*"/\\1"/'`,
  parse: ({ stdout }): TailscaleServe => {
    const config = parseJson(stdout, 'tailscale serve status')
    return { funnels: funnelsOf(config), served: [...new Set(servedOf(config))].sort() }
  },
})

type Shape = { readonly [member: string]: unknown }

/** Go leaves out what is empty: an absent member is an empty one. */
const member = (config: Shape, name: string): Shape =>
  config[name] === undefined || config[name] === null ? {} : object(config[name], name)

/** A node that never served anything has the configuration `null` or `{}`. */
const configOf = (value: unknown): Shape =>
  value === null ? {} : object(value, 'a serve configuration')

function funnelsOf(value: unknown, session?: string): readonly Funnel[] {
  const config = configOf(value)
  const own = Object.entries(member(config, 'AllowFunnel'))
    .filter(([at, allows]) => flag(allows, `AllowFunnel of ${at}`))
    .map(([at]) => ({ at, ...(session === undefined ? {} : { session }) }))
  const nested = Object.entries(member(config, 'Foreground')).flatMap(([name, inner]) =>
    funnelsOf(inner, name),
  )
  return [...own, ...nested]
}

function servedOf(value: unknown): readonly string[] {
  const config = configOf(value)
  return [
    ...Object.keys(member(config, 'TCP')),
    ...Object.keys(member(config, 'Web')).map((at) => text(at.split(':').at(-1), 'a port')),
    ...Object.keys(member(config, 'Services')),
    ...Object.values(member(config, 'Foreground')).flatMap(servedOf),
  ]
}
