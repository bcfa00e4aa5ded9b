import type { Host, Inventory } from '../../model/inventory.ts'

/** The vantage that stands on a host, where one does: then questions to the network are asked there. */
const lookerOn = ({ name, role }: Host, { vantages }: Inventory): string | undefined =>
  role === 'vantage' ? vantages.find(({ from }) => from === name)?.name : undefined

/** Whether a host stands in a VLAN that the inventory names. */
export const isInVlan = (host: Host, inventory: Inventory): boolean =>
  inventory.segments?.vlans.some(({ name }) => name === lookerOn(host, inventory)) === true

/** Whether people come to the proxy from where a host stands: from the internet, or from a VLAN that may cross to it. */
export function isAtDoor(host: Host, inventory: Inventory): boolean {
  const { proxy, segments } = inventory
  const looker = lookerOn(host, inventory)
  if (proxy === undefined || looker === undefined) return false
  return (
    looker === 'internet' ||
    segments?.crossings.some(({ from, to }) => from === looker && to === proxy.host) === true
  )
}
