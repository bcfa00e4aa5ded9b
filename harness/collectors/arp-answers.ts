import type { Census } from '../model/census.ts'
import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** Who answers for an address of the LAN. */
export interface ArpAnswer {
  readonly address: string
  /** Every hardware address that answered, small letters; two where two machines hold it. */
  readonly macs: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Addresses below those that are lent, which somebody answers for; complete when the router is among them. */
    arpAnswers: Census<ArpAnswer>
  }
}

/** Addresses that are not lent: from the first of the LAN to the one before the first lent. */
function fixedOf({ addressing, network }: Inventory): readonly string[] {
  const [base = ''] = network?.lan.split('/') ?? []
  const prefix = base.slice(0, base.lastIndexOf('.') + 1)
  const from = addressing?.lent.from ?? ''
  const first = from.startsWith(prefix) ? Number(from.slice(prefix.length)) : 255
  return Array.from({ length: first - 1 }, (_, i) => `${prefix}${i + 1}`)
}

/**
 * Asks the LAN, three times each, who has an address that is not lent. Asked from the hypervisor, which has
 * itself one of them.
 *
 * @source arping(8) of iputils, as root
 */
export const arpAnswers = hostCollector('arpAnswers', {
  where: ({ role }, { addressing, network }) =>
    role === 'hypervisor' && addressing !== undefined && network !== undefined,
  timeoutSeconds: 60,
  command: (_, inventory) =>
    `command -v arping >/dev/null || exit 127; for a in ${fixedOf(inventory).map(word).join(' ')}; do arping -b -c 3 -w 3 -I ${word(inventory.addressing?.bridge ?? '')} $a 2>&1 & done | grep -E '(reply|error|perm)' | sort -u; echo asked`,
  parse: ({ stdout }, host, inventory): Census<ArpAnswer> => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'asked') throw new Unseen('cut short', 'the LAN was not asked to the end')
    const seen = new Map<string, Set<string>>()
    for (const line of lines) {
      const [, address, mac] =
        /^(?:Unicast|Broadcast) reply from (\S+) \[((?:[0-9A-F]{2}:){5}[0-9A-F]{2})\]/i.exec(
          line,
        ) ?? []
      if (address === undefined || mac === undefined)
        throw new Unseen('not permitted', 'arping said something else than who answers')
      seen.set(address, (seen.get(address) ?? new Set()).add(mac.toLowerCase()))
    }
    const items = [...seen].map(([address, macs]) => ({ address, macs: [...macs].sort() }))
    const router = inventory.hosts.find(({ role }) => role === 'router')?.address
    return items.some(({ address }) => address === router)
      ? { items, complete: true }
      : { items, complete: false, because: `not even the router answers ${host.name}` }
  },
})
