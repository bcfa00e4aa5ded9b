import { isIP, isIPv4 } from 'node:net'

/** A CIDR with no bit set beyond its prefix: 192.168.1.5/24 is somebody's mistake. */
export function isNetwork(text: string): boolean {
  const found = /^([0-9A-Fa-f.:]+)\/(\d{1,3})$/.exec(text)
  const address = found?.[1] ?? ''
  const bits = isIPv4(address) ? 32 : 128
  const prefix = Number(found?.[2])
  if (!found || isIP(address) === 0 || prefix > bits) return false
  return (toNumber(address) & ((1n << BigInt(bits - prefix)) - 1n)) === 0n
}

function toNumber(address: string): bigint {
  if (isIPv4(address))
    return address.split('.').reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::')
  const words = (part: string | undefined) => (part ? part.split(':') : [])
  const missing = 8 - words(head).length - words(tail).length
  const all = [
    ...words(head),
    ...Array<string>(tail === undefined ? 0 : missing).fill('0'),
    ...words(tail),
  ]
  return all.reduce((sum, word) => sum * 65_536n + BigInt(`0x${word}`), 0n)
}
