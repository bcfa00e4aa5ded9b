import { hostCollector } from '../model/collector.ts'
import { flag, list, object, parseJson, text } from '../model/parse.ts'
import { isMember } from './tailscale/member.ts'
import { shortName } from './tailscale/name.ts'

/** Another node, as this one sees it. */
export interface TailnetPeer {
  readonly name: string
  /** Whether it belongs to somebody outside the tailnet with whom this node is shared. */
  readonly isSharedTo: boolean
}

/** What tailscaled says about itself. */
export interface TailscaleStatus {
  readonly version: string
  /** `Running`; else `NeedsLogin`, `NeedsMachineAuth`, `Stopped`, `Starting`, `NoState`. */
  readonly state: string
  /** Whether it is connected to the coordination server. */
  readonly isOnline: boolean
  readonly name: string
  readonly addresses: readonly string[]
  readonly tags: readonly string[]
  /** What the tailnet lets this node do, e.g. `https`, `funnel`, `https://tailscale.com/cap/ssh`. */
  readonly capabilities: readonly string[]
  /** Subnet routes that lead through this node now. */
  readonly routes: readonly string[]
  readonly isExitNode: boolean
  /** Whether everything it sends goes through another node. */
  readonly usesExitNode: boolean
  /** What tailscaled complains about; empty when all is well. */
  readonly health: readonly string[]
  readonly peers: readonly TailnetPeer[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tailscaleStatus: TailscaleStatus
  }
}

/**
 * State of a member of the tailnet, as its own daemon has it.
 *
 * @source tailscale status --json (ipnstate.Status), 1.60 or later, no privileges needed
 * @unknown tailscale missing · tailscaled not running
 */
export const tailscaleStatus = hostCollector('tailscaleStatus', {
  where: isMember,
  // Whoever has the URL of a pending login may complete it.
  command: `o=$(tailscale status --json) || exit; printf '%s\\n' "$o" | sed -E 's/("AuthURL": *")[^"]*/\\1/'`,
  parse: ({ stdout }): TailscaleStatus => {
    const status = object(parseJson(stdout, 'tailscale status'), 'the status')
    const self = object(status.Self, 'Self')
    return {
      version: text(status.Version, 'Version'),
      state: text(status.BackendState, 'BackendState'),
      isOnline: flag(self.Online, 'Online'),
      name: shortName(text(self.DNSName, 'DNSName')),
      addresses: names(status.TailscaleIPs, 'TailscaleIPs'),
      tags: names(self.Tags, 'Tags'),
      capabilities: capabilitiesOf(self),
      routes: names(self.PrimaryRoutes, 'PrimaryRoutes'),
      isExitNode: flag(self.ExitNodeOption, 'ExitNodeOption'),
      usesExitNode: status.ExitNodeStatus !== undefined && status.ExitNodeStatus !== null,
      health: names(status.Health, 'Health'),
      peers: peersOf(status.Peer),
    }
  },
})

/** Go leaves an empty list out, or writes it as null. */
const names = (value: unknown, what: string): readonly string[] =>
  value === undefined || value === null
    ? []
    : list(value, what).map((name) => text(name, `a member of ${what}`))

/** Both ways of writing them: the map is newer, the list is still there. */
function capabilitiesOf(self: { readonly [member: string]: unknown }): readonly string[] {
  const map = self.CapMap
  const keys = map === undefined || map === null ? [] : Object.keys(object(map, 'CapMap'))
  return [...new Set([...keys, ...names(self.Capabilities, 'Capabilities')])].sort()
}

function peersOf(value: unknown): readonly TailnetPeer[] {
  if (value === null || value === undefined) return []
  return Object.values(object(value, 'Peer')).map((one) => {
    const peer = object(one, 'a peer')
    return {
      name: shortName(text(peer.DNSName, 'DNSName of a peer')),
      isSharedTo: peer.ShareeNode !== undefined && flag(peer.ShareeNode, 'ShareeNode'),
    }
  })
}
