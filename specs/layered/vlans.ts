import type { Views } from '#harness'

type Vlan = NonNullable<Views['inventory']['segments']>['vlans'][number]

const numberOf = (address: string): number =>
  address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

/** Whether an IPv4 address lies in a network written with its prefix length. */
export function isIn(address: string, network: string): boolean {
  const [base = '', prefix] = network.split('/')
  const size = 2 ** (32 - Number(prefix))
  return Math.floor(numberOf(address) / size) === Math.floor(numberOf(base) / size)
}

/** The VLAN that an address is in. */
export const vlanOf = (address: string, vlans: readonly Vlan[]): Vlan | undefined =>
  vlans.find(({ network }) => isIn(address, network))

/** Names that pf prints in place of numbers of ports. */
const SERVICES: Readonly<Record<string, number>> = {
  domain: 53,
  http: 80,
  https: 443,
  'microsoft-ds': 445,
  nfsd: 2049,
  ssh: 22,
}

/** The port that a rule of pf names; undefined for a range, or for all. */
export const portOf = (written: string | undefined): number | undefined =>
  written === undefined
    ? undefined
    : (SERVICES[written] ?? (/^\d+$/.test(written) ? Number(written) : undefined))

/**
 * Whether a rule of pf on this interface can hold at a device: on none it holds at all of them, and of a group, whose
 * name never ends in a digit, or of all others (`!`) nobody says which those are. Groups of tunnels have no other.
 */
export const canHoldAt = (on: string | undefined, device: string): boolean =>
  on === undefined || on === device || !/\d$|^(wireguard|openvpn|ipsec)$/i.test(on)
