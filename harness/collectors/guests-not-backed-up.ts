import { apiCollector } from '../model/collector.ts'
import { number } from '../model/parse.ts'
import { expectsBackups } from './pbs/asked.ts'
import { API, rowsOf } from './proxmox/answer.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Guests that no job names. A job that is switched off counts as one that does. */
    guestsNotBackedUp: readonly number[]
  }
}

const PATH = `${API}/cluster/backup-info/not-backed-up`

/** @source GET /cluster/backup-info/not-backed-up; guests that the token may not see are left out */
export const guestsNotBackedUp = apiCollector('guestsNotBackedUp', {
  api: 'proxmox',
  read: async (get, inventory): Promise<readonly number[]> => {
    expectsBackups(inventory)
    return rowsOf(await get(PATH), PATH).map(({ vmid }) => number(vmid, 'vmid of a guest'))
  },
})
