import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { API, objectOf, rowsOf } from './proxmox/answer.ts'
import type { GuestConfig } from './proxmox/guest-config.ts'
import { type GuestSeen, guestList } from './proxmox/guest-list.ts'
import { configOf } from './proxmox/parse-config.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Configuration of every guest, as in force now, with what waits; complete when every guest is among them. */
    guestConfigs: Census<GuestConfig>
  }
}

/**
 * Configurations of all guests. One that cannot be read makes the census incomplete, and costs no other.
 *
 * @source GET /nodes/{node}/{qemu|lxc}/{vmid}/config?current=1 and /pending
 */
export const guestConfigs = apiCollector('guestConfigs', {
  api: 'proxmox',
  read: async (get, inventory): Promise<Census<GuestConfig>> => {
    const listed = await guestList(get, inventory)
    const items: GuestConfig[] = []
    const reasons = listed.because === undefined ? [] : [listed.because]
    for (const guest of listed.items) {
      const config = await configOrReason(get, guest)
      if (typeof config === 'string') reasons.push(config)
      else items.push(config)
    }
    return reasons.length === 0
      ? { items, complete: true }
      : { items, complete: false, because: reasons.join('; ') }
  },
})

async function configOrReason(get: Get, guest: GuestSeen): Promise<GuestConfig | string> {
  const at = `${API}/nodes/${guest.node}/${guest.type}/${guest.vmid}`
  const [config, pending] = [`${at}/config?current=1`, `${at}/pending`]
  try {
    return configOf(
      { vmid: guest.vmid, type: guest.type, node: guest.node },
      objectOf(await get(config), config),
      rowsOf(await get(pending), pending),
    )
  } catch (error) {
    if (error instanceof Unseen) return `the configuration of ${guest.vmid}: ${error.message}`
    throw error
  }
}
