import { hostCollector } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** How the hypervisor joins guests and network cards. */
export interface BridgeLinks {
  readonly ports: readonly BridgeLink[]
  /** Rules that change the source address of packets, of whatever table. */
  readonly masquerades: readonly string[]
}

export interface BridgeLink {
  /** E.g. `veth111i0`, `fwpr111p0`, `tap120i0`, `eno1`. */
  readonly name: string
  /** Bridge that it is a port of. */
  readonly bridge: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    bridgeLinks: BridgeLinks
  }
}

/**
 * Ports of bridges, and rules that hide who sent a packet. With its firewall on, Proxmox puts a bridge of one
 * guest between the guest and the LAN.
 *
 * @source bridge(8) -j link; nft(8) and iptables-save(8) as root
 */
export const bridgeLinks = hostCollector('bridgeLinks', {
  where: ({ role }, { addressing }) => role === 'hypervisor' && addressing !== undefined,
  command:
    'bridge -j link && echo "-- rules" && for t in iptables-save ip6tables-save; do if command -v $t >/dev/null; then r=$($t -t nat) || exit; printf "%s\\n" "$r" | grep -E "MASQUERADE|SNAT"; fi; done; if command -v nft >/dev/null; then r=$(nft list ruleset) || exit; printf "%s\\n" "$r" | grep -E "masquerade|snat"; fi; echo looked',
  parse: ({ stdout }): BridgeLinks => {
    const [, links, rules] = /^([\s\S]*)\n-- rules\n([\s\S]*)looked\n$/.exec(stdout) ?? []
    if (links === undefined || rules === undefined)
      throw new Unseen('cut short', 'the look at bridges did not come to its end')
    return {
      ports: list(parseJson(links, 'bridge link'), 'ports').map((value) => {
        const port = object(value, 'a port')
        return {
          name: text(port.ifname, 'name of a port').replace(/@.*$/, ''),
          bridge: text(port.master, 'bridge of a port'),
        }
      }),
      masquerades: rules
        .split('\n')
        .filter(Boolean)
        .map((line) => line.trim().slice(0, 200)),
    }
  },
})
