import { known } from '#harness'

/** The first and the last of some IPv4 addresses, as numbers. */
export interface Range {
  readonly first: number
  readonly last: number
}

const numberOf = (address: string): number => {
  const parts = address.split('.').map(Number)
  const isAddress = parts.length === 4 && parts.every((part) => part >= 0 && part <= 255)
  known(isAddress, `"${address}" is no IPv4 address`)
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

/** An address, a network, or `first-last`, the three ways in which addresses are written. */
export function rangeOf(written: string): Range {
  const [from = '', to] = written.split('-')
  if (to !== undefined) return { first: numberOf(from), last: numberOf(to) }
  const [base = '', bits = '32'] = written.split('/')
  const size = 2 ** (32 - Number(bits))
  const first = Math.floor(numberOf(base) / size) * size
  return { first, last: first + size - 1 }
}

export const overlap = (a: Range, b: Range): boolean => a.first <= b.last && b.first <= a.last

/** Addresses that are in `some` and in none of `others`. */
export const outside = (some: readonly Range[], others: readonly Range[]): number =>
  merged([...some, ...others]) - merged(others)

export const holds = (ranges: readonly string[], address: string): boolean =>
  ranges.some((written) => overlap(rangeOf(written), rangeOf(address)))

/** How many addresses some ranges hold, none counted twice. */
export function merged(ranges: readonly Range[]): number {
  let count = 0
  let end = -1
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    count += Math.max(0, last - Math.max(first, end + 1) + 1)
    end = Math.max(end, last)
  }
  return count
}
