import type { VantageFacts } from '../../model/facts.ts'
import { number, object, text } from '../../model/parse.ts'

/** A port that a container publishes, and the addresses of the host where it does. */
export interface Binding {
  readonly addresses: readonly string[]
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
}

const EVERYWHERE = ['0.0.0.0', '::']

/** `8080:80`, `127.0.0.1:8080:80/udp`, `8080-8081:80-81`, or the long form. A port without a number of the host gets one that nobody knows: it is left out, and said. */
export function bindingsOf(value: unknown, what: string): readonly Binding[] {
  if (typeof value === 'object' && value !== null) {
    const long = object(value, what)
    if (long.published === undefined) throw new Error(`${what} is published at a random port`)
    return ranged(
      text(`${long.published}`, what),
      long.host_ip === undefined ? undefined : text(long.host_ip, what),
      long.protocol === undefined ? 'tcp' : text(long.protocol, what),
    )
  }
  const short = /^(?:(\[[0-9a-f:]+\]|[\d.]+):)?([\d-]+):[\d-]+(?:\/(tcp|udp))?$/i.exec(
    `${value}`.trim(),
  )
  if (!short) throw new Error(`${what} is "${value}", which names no port of the host`)
  const [, ip, ports = '', protocol = 'tcp'] = short
  return ranged(ports, ip?.replace(/^\[|\]$/g, ''), protocol)
}

function ranged(ports: string, ip: string | undefined, protocol: string): readonly Binding[] {
  const [first = '', last = first] = ports.split('-')
  const [from, to] = [number(first, 'a port'), number(last, 'a port')]
  const addresses = ip === undefined || ip === '' ? EVERYWHERE : [ip]
  const kind = protocol.toLowerCase() === 'udp' ? 'udp' : 'tcp'
  return Array.from({ length: to - from + 1 }, (_, i) => ({
    addresses,
    port: from + i,
    protocol: kind,
  }))
}

type OpenPorts = VantageFacts['openPorts']

/** What a vantage would see: each address of the host that it scans answers where the binding is. */
export function opened(seen: OpenPorts, bindings: readonly Binding[], host: string): OpenPorts {
  const more = seen.scanned
    .filter((target) => target.host === host)
    .flatMap(({ address }) => {
      const plain = address.split('%')[0] ?? address
      const every = plain.includes(':') ? '::' : '0.0.0.0'
      return bindings
        .filter(({ addresses }) => addresses.includes(every) || addresses.includes(plain))
        .map(({ port, protocol }) => ({ host, address, port, protocol }))
    })
    .filter(
      (one) =>
        !seen.items.some(
          ({ address, port, protocol }) =>
            address === one.address && port === one.port && protocol === one.protocol,
        ),
    )
  return { ...seen, items: [...seen.items, ...more] }
}
