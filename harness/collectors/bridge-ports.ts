import { hostCollector } from '../model/collector.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'

/** A port of a bridge, and the VLANs that pass it. */
export interface BridgePort {
  readonly device: string
  /** VLANs that pass, sorted. */
  readonly vlans: readonly number[]
  /** VLAN of what comes in without a tag. */
  readonly pvid?: number
  /** VLANs that leave without their tag. */
  readonly untagged: readonly number[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    bridgePorts: readonly BridgePort[]
  }
}

/** @source bridge(8) -j vlan show: what the kernel forwards, not what is configured */
export const bridgePorts = hostCollector('bridgePorts', {
  where: ({ role }, { segments }) => role === 'hypervisor' && segments !== undefined,
  command: 'bridge -j vlan show',
  parse: ({ stdout }): readonly BridgePort[] =>
    list(parseJson(stdout, 'bridge'), 'ports of bridges').map((value) => {
      const row = object(value, 'a port')
      const device = text(row.ifname, 'name of a port')
      const vlans = list(row.vlans, `VLANs of ${device}`).flatMap((one) => rangeOf(one, device))
      const pvid = vlans.find(({ flags }) => flags.includes('PVID'))?.vlan
      return {
        device,
        vlans: vlans.map(({ vlan }) => vlan).sort((a, b) => a - b),
        ...(pvid === undefined ? {} : { pvid }),
        untagged: vlans
          .filter(({ flags }) => flags.includes('Egress Untagged'))
          .map(({ vlan }) => vlan),
      }
    }),
})

function rangeOf(value: unknown, device: string) {
  const row = object(value, `a VLAN of ${device}`)
  const from = number(row.vlan, `vlan of ${device}`)
  const to = row.vlanEnd === undefined ? from : number(row.vlanEnd, `vlanEnd of ${device}`)
  const flags = row.flags === undefined ? [] : list(row.flags, `flags of ${device}`).map(String)
  return Array.from({ length: to - from + 1 }, (_, i) => ({ vlan: from + i, flags }))
}
