import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { guestList } from './proxmox/guest-list.ts'

/** A snapshot of a guest; the state it is in now is none. */
export interface GuestSnapshot {
  readonly vmid: number
  readonly name: string
  readonly at: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Snapshots of every guest; complete when every guest was asked. */
    guestSnapshots: Census<GuestSnapshot>
  }
}

/** @source GET /nodes/{node}/{qemu|lxc}/{vmid}/snapshot */
export const guestSnapshots = apiCollector('guestSnapshots', {
  api: 'proxmox',
  read: async (get, inventory): Promise<Census<GuestSnapshot>> => {
    if (!inventory.backup) throw new Unseen('not asked', 'the inventory has no "backup"')
    const listed = await guestList(get, inventory)
    const items: GuestSnapshot[] = []
    for (const { node, type, vmid } of listed.items) {
      const path = `${API}/nodes/${node}/${type}/${vmid}/snapshot`
      for (const row of rowsOf(await get(path), path)) {
        const name = text(row.name, `name of a snapshot of ${vmid}`)
        if (name === 'current') continue
        const seconds = number(row.snaptime, `snaptime of ${name} of ${vmid}`)
        items.push({ vmid, name, at: new Date(seconds * 1000).toISOString() })
      }
    }
    return { ...listed, items }
  },
})
