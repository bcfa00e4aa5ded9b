import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isOfMachines } from './machines/asked.ts'

/** A connection that was open while somebody looked. */
export interface Connection {
  readonly protocol: 'tcp' | 'udp'
  readonly local: string
  readonly localPort: number
  readonly peer: string
  readonly peerPort: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Established connections of three looks, two seconds apart. What is open for less than that may be missed. */
    connections: readonly Connection[]
  }
}

/** @source ss(8) of iproute2, in the host's own network namespace */
export const connections = hostCollector('connections', {
  where: isOfMachines,
  command:
    'for n in 1 2 3; do ss -H -t -u -n state established || exit; [ $n = 3 ] || sleep 2; done; echo looked',
  parse: ({ stdout }): readonly Connection[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'looked')
      throw new Unseen('cut short', 'the looks at connections did not come to their end')
    return [...new Set(lines.map((line) => line.trim().replaceAll(/\s+/g, ' ')))].map(connectionOf)
  },
})

function connectionOf(line: string): Connection {
  const [protocol, , , local = '', peer = ''] = line.split(' ')
  const [own, other] = [local, peer].map((end) => /^\[?(.+?)\]?(?:%[^:\]]+)?:(\d+)$/.exec(end))
  if ((protocol !== 'tcp' && protocol !== 'udp') || !own?.[1] || !other?.[1])
    throw new Unseen('not understood', `ss printed "${line.slice(0, 120)}"`)
  return {
    protocol,
    local: plain(own[1]),
    localPort: Number(own[2]),
    peer: plain(other[1]),
    peerPort: Number(other[2]),
  }
}

/** Without the zone, and an IPv4 address as such where IPv6 carries it. */
const plain = (address: string): string =>
  address
    .replace(/%.*$/, '')
    .replace(/\]$/, '')
    .replace(/^::ffff:(?=\d+\.)/, '')
