import { networkInterfaces } from 'node:os'

/** The machine's own addresses, loopback left out: it is everywhere, so it proves no place. */
export function ownAddresses(): readonly string[] {
  const outside = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter(({ internal }) => !internal)
  return [...new Set(outside.map(({ address }) => address))].sort()
}
