import { BlockList, isIP } from 'node:net'

/** Whether an address lies in one of the networks (CIDR); a family of its own never does. */
export function isWithin(address: string, networks: readonly string[]): boolean {
  const family = familyOf(address)
  if (!family) return false
  const block = new BlockList()
  for (const network of networks) {
    const [base = '', bits] = network.split('/')
    const kind = familyOf(base)
    if (!kind) throw new Error(`"${network}" is no network such as 192.168.1.0/24`)
    block.addSubnet(base, bits === undefined ? (kind === 'ipv4' ? 32 : 128) : Number(bits), kind)
  }
  return block.check(address, family)
}

/** What the internet does not route: private, shared, link-local, documentation and the like, by registry. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '224.0.0.0/3',
]

/** Whether the internet could route packets to it. IPv6 is public within 2000::/3; documentation networks count as public, so that a replica may play with them. */
export function isPublic(address: string): boolean {
  const bare = address.split('%')[0] ?? address
  return isIP(bare) === 6 ? isWithin(bare, ['2000::/3']) : !isWithin(bare, NOT_PUBLIC)
}

const familyOf = (address: string): 'ipv4' | 'ipv6' | undefined =>
  isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : undefined
