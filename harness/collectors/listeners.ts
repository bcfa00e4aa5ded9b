import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A socket that waits for others: TCP in LISTEN, or UDP without a peer. */
export interface Listener {
  readonly protocol: 'tcp' | 'udp'
  /** As bound: `*` is every address of both families, `0.0.0.0` and `[::]` are written `0.0.0.0` and `::`. */
  readonly address: string
  /** Interface that it is bound to, when it is. */
  readonly device?: string
  readonly port: number
  /** Programs that hold it; absent for the kernel's own (NFS, WireGuard) and for those that the reader may not see. */
  readonly programs?: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    listeners: readonly Listener[]
  }
}

/**
 * What listens on a host, whatever a firewall does about it.
 *
 * @source ss(8) of iproute2; sees every socket of its network namespace without privileges, names programs to root
 * @unknown ss missing · a line that is not understood
 */
export const listeners = hostCollector('listeners', {
  command: 'ss -H -lntup',
  parse: ({ stdout }) =>
    stdout
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(listener),
})

function listener(line: string): Listener {
  const [protocol = '', state, , , local = '', , ...rest] = line.trim().split(/\s+/)
  const at = /^(.+?)(?:%([^:\]]+))?:(\d+)$/.exec(local)
  const isKnown =
    (protocol === 'tcp' && state === 'LISTEN') || (protocol === 'udp' && state === 'UNCONN')
  if (!isKnown || !at)
    throw new Unseen('not understood', `ss printed "${line.trim().slice(0, 120)}"`)
  const [, address = '', device, port] = at
  const programs = [
    ...new Set([...rest.join(' ').matchAll(/\("([^"]*)",pid=/g)].map(([, name = '']) => name)),
  ]
  return {
    protocol: protocol as 'tcp' | 'udp',
    address: address.replace(/^\[|\]$/g, ''),
    ...(device === undefined ? {} : { device }),
    port: Number(port),
    ...(programs.length > 0 ? { programs } : {}),
  }
}
