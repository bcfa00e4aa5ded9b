import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { type GuestSeen, guestList } from './proxmox/guest-list.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every guest; complete when our rights let us see all, and a declared one is missing only where we would see it. */
    guests: Census<GuestSeen>
  }
}

/**
 * Guests of the whole cluster, templates and stopped ones included.
 *
 * @source GET /cluster/resources?type=vm, GET /access/permissions
 */
export const guests = apiCollector('guests', { api: 'proxmox', read: guestList })
