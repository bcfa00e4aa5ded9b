import { hostCollector } from '../model/collector.ts'
import { flag, list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { isMember } from './tailscale/member.ts'

/** What this node was told to do in the tailnet. */
export interface TailscalePrefs {
  /** Whether it wants to be connected at all. */
  readonly wantsRunning: boolean
  /** Routes it offers, approved or not; `0.0.0.0/0` and `::/0` offer an exit node. */
  readonly advertisedRoutes: readonly string[]
  /** Tailscale Services it offers, e.g. `svc:web`. */
  readonly advertisedServices: readonly string[]
  /** Whether it offers routes to the addresses of named apps. */
  readonly isAppConnector: boolean
  /** Whether it takes the routes that others offer. */
  readonly acceptsRoutes: boolean
  /** The node it sends everything through; absent for none. */
  readonly exitNode?: string
  /** Whether tailscaled is an SSH server, which asks no sshd. */
  readonly runsSsh: boolean
  /** Whether it refuses every connection from the tailnet. */
  readonly shieldsUp: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tailscalePrefs: TailscalePrefs
  }
}

const KEPT =
  'WantRunning|RouteAll|ExitNodeID|ExitNodeIP|RunSSH|ShieldsUp|AdvertiseRoutes|AdvertiseServices|AppConnector'

/**
 * Settings of the node. Its keys stand in the same answer: they are left out on the host.
 *
 * @source tailscale debug prefs (ipn.Prefs), 1.60 or later, no privileges needed
 * @unknown tailscale missing · tailscaled not running · a setting missing
 */
export const tailscalePrefs = hostCollector('tailscalePrefs', {
  where: isMember,
  command: `o=$(tailscale debug prefs) || exit; printf %s "$o" | tr -d '\\n\\t' | grep -oE '"(${KEPT})": *([a-z]+|"[^"]*"|\\[[^]]*\\]|\\{[^}]*\\})'`,
  parse: ({ stdout }): TailscalePrefs => {
    const prefs = settingsOf(stdout)
    const exitNode = [prefs.ExitNodeID, prefs.ExitNodeIP].map((at) => text(at, 'the exit node'))
    const via = exitNode.find((at) => at !== '')
    return {
      wantsRunning: flag(prefs.WantRunning, 'WantRunning'),
      advertisedRoutes: namesIn(prefs.AdvertiseRoutes, 'AdvertiseRoutes'),
      // Releases that know no Services have no such setting.
      advertisedServices: namesIn(prefs.AdvertiseServices ?? null, 'AdvertiseServices'),
      isAppConnector: flag(object(prefs.AppConnector, 'AppConnector').Advertise, 'AppConnector'),
      acceptsRoutes: flag(prefs.RouteAll, 'RouteAll'),
      ...(via === undefined ? {} : { exitNode: via }),
      runsSsh: flag(prefs.RunSSH, 'RunSSH'),
      shieldsUp: flag(prefs.ShieldsUp, 'ShieldsUp'),
    }
  },
})

function settingsOf(stdout: string): { readonly [name: string]: unknown } {
  const lines = stdout.split('\n').filter((line) => line.trim() !== '')
  const settings = object(parseJson(`{${lines.join(',')}}`, 'tailscale debug prefs'), 'the prefs')
  if (Object.keys(settings).length !== lines.length)
    throw new Unseen('not understood', 'tailscale debug prefs names a setting twice')
  return settings
}

/** Go writes an empty list as null. */
const namesIn = (value: unknown, what: string): readonly string[] =>
  value === null ? [] : list(value, what).map((name) => text(name, `a member of ${what}`))
