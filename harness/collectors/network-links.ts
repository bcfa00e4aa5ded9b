import { hostCollector } from '../model/collector.ts'
import { number } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** A physical network card, as its driver tells of it. */
export interface NetworkLink {
  readonly name: string
  readonly isUp: boolean
  /** Bits a second that were agreed on; absent without a link. */
  readonly bitsPerSecond?: number
  readonly isFullDuplex: boolean
  /** Packets since the driver was loaded, and those that were broken or lost on the wire. */
  readonly packets: number
  readonly errors: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Physical cards only: bridges, bonds and virtual ones report what they like. */
    networkLinks: readonly NetworkLink[]
  }
}

/** @source /sys/class/net: what has a device behind it */
export const networkLinks = hostCollector('networkLinks', {
  where: ({ role }, { virtual }) => role === 'hypervisor' && virtual !== undefined,
  command:
    'for d in /sys/class/net/*; do [ -e "$d/device" ] || continue; r() { cat "$d/$1" 2>/dev/null || echo -; }; echo "$(basename "$d") $(r carrier) $(r speed) $(r duplex) $(r statistics/rx_packets) $(r statistics/tx_packets) $(r statistics/rx_errors) $(r statistics/tx_errors)"; done',
  parse: ({ stdout }): readonly NetworkLink[] => {
    const lines = stdout.split('\n').filter((line) => line !== '')
    if (lines.length === 0) throw new Unseen('not understood', 'it has no network card at all')
    return lines.map(linkOf)
  },
})

function linkOf(line: string): NetworkLink {
  const [name = '', carrier, speed, duplex, ...counts] = line.split(' ')
  const [received, sent, broken, lost] = counts.map((count) => number(count, `counter of ${name}`))
  if (counts.length !== 4 || received === undefined || sent === undefined)
    throw new Unseen('not understood', `the line of card ${name} has another form`)
  // A card that is down has neither carrier nor speed; some drivers then write -1.
  const megabits = speed === '-' ? -1 : number(speed, `speed of ${name}`)
  return {
    name,
    isUp: carrier === '1',
    ...(megabits > 0 ? { bitsPerSecond: megabits * 1e6 } : {}),
    isFullDuplex: duplex === 'full',
    packets: received + sent,
    errors: (broken ?? 0) + (lost ?? 0),
  }
}
