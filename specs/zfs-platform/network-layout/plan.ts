import type { Views } from '#harness'

/** The table of addresses. */
export const PLAN = {
  router: ['192.168.0.1', '192.168.0.1'],
  devices: ['192.168.0.2', '192.168.0.9'],
  containers: ['192.168.0.11', '192.168.0.13'],
  machines: ['192.168.0.20', '192.168.0.24'],
} as const

/** An IPv4 address as a number, to compare by. */
const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

export const isBetween = (address: string, [from, to]: readonly [string, string]): boolean =>
  numberOf(address) >= numberOf(from) && numberOf(address) <= numberOf(to)

/** Every address of a range. */
export const allOf = ([from, to]: readonly [string, string]): readonly string[] => {
  const prefix = from.slice(0, from.lastIndexOf('.') + 1)
  const first = Number(from.slice(prefix.length))
  const last = Number(to.slice(prefix.length))
  return Array.from({ length: last - first + 1 }, (_, i) => `${prefix}${first + i}`)
}

/** Whether two networks have an address in common. */
export function overlaps(a: string, b: string): boolean {
  const [at = '', bits = '32'] = a.split('/')
  const [other = '', otherBits = '32'] = b.split('/')
  const size = 2 ** (32 - Math.min(Number(bits), Number(otherBits)))
  return Math.floor(numberOf(at) / size) === Math.floor(numberOf(other) / size)
}

/** Hardware address of a guest's first interface, as configured. */
export const macOf = ({ lab }: Views, vmid: number): string | undefined => {
  const { net0 = '' } = lab.guestConfigs.items.find((one) => one.vmid === vmid)?.options ?? {}
  return /(?:^|[=,])((?:[0-9A-F]{2}:){5}[0-9A-F]{2})(?:,|$)/i.exec(net0)?.[1]?.toLowerCase()
}

/** Name of the hypervisor, from which the LAN was asked who has what. */
export const asker = ({ hosts }: Views): string => hosts('hypervisor')[0]?.name ?? ''
