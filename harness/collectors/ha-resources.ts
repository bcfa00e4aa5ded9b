import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** A guest that the HA manager starts and stops; boot order does not count for it. */
export interface HaResource {
  /** `vm:100` or `ct:103`. */
  readonly sid: string
  /** What the manager is to see to: `started`, `enabled`, `stopped`, `disabled`, `ignored`. */
  readonly state: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    haResources: readonly HaResource[]
  }
}

const PATH = `${API}/cluster/ha/resources`

/** @source GET /cluster/ha/resources, refused without Sys.Audit on / */
export const haResources = apiCollector('haResources', {
  api: 'proxmox',
  read: async (get): Promise<readonly HaResource[]> =>
    rowsOf(await get(PATH), PATH).map((row) => ({
      sid: text(row.sid, 'sid of an HA resource'),
      // Started, when nobody said otherwise.
      state: row.state === undefined ? 'started' : text(row.state, 'state of an HA resource'),
    })),
})
