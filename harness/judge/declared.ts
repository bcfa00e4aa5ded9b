import type { Open } from '../model/inventory/network.ts'

/** A port that was seen, or a rule about some; what is left out matches anything. */
interface Seen {
  readonly host?: string
  readonly port?: number
  readonly ports?: readonly number[]
  readonly protocol?: string
}

/** Whether the inventory says that this may be open. A rule about all ports, or of a protocol without any, never is. */
export function isDeclared({ host, port, ports, protocol }: Seen, open: readonly Open[]): boolean {
  const all = port === undefined ? (ports ?? []) : [port]
  return (
    all.length > 0 &&
    all.every((one) =>
      open.some(
        (x) => x.port === one && x.protocol === protocol && (host === undefined || x.host === host),
      ),
    )
  )
}
