import { apiCollector } from '../model/collector.ts'
import { number, text } from '../model/parse.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** A job that copies a guest's disks to another node. */
export interface ProxmoxReplication {
  /** `101-0` */
  readonly id: string
  readonly node: string
  /** Failures in a row since the last success. */
  readonly failures: number
  /** Absent before its first run. */
  readonly lastSyncAt?: string
  /** Absent when none is planned. */
  readonly nextSyncAt?: string
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxReplications: readonly ProxmoxReplication[]
  }
}

const NODES = `${API}/nodes`

/** @source GET /nodes, /nodes/{node}/replication, which leaves out guests the token may not see */
export const proxmoxReplications = apiCollector('proxmoxReplications', {
  api: 'proxmox',
  read: async (get): Promise<readonly ProxmoxReplication[]> => {
    const found: ProxmoxReplication[] = []
    for (const row of rowsOf(await get(NODES), NODES)) {
      const node = text(row.node, 'name of a node')
      const path = `${API}/nodes/${node}/replication`
      for (const one of rowsOf(await get(path), path)) found.push(jobOf(node, one))
    }
    return found
  },
})

function jobOf(node: string, row: Readonly<Record<string, unknown>>): ProxmoxReplication {
  const id = text(row.id, 'id of a replication')
  /** 0 means never. */
  const moment = <Key extends string>(key: Key, value: unknown) => {
    const seconds = value === undefined ? 0 : number(value, `${key} of ${id}`)
    return seconds === 0 ? {} : { [key]: new Date(seconds * 1000).toISOString() }
  }
  return {
    id,
    node,
    failures: number(row.fail_count, `fail_count of ${id}`),
    ...moment('lastSyncAt', row.last_sync),
    ...moment('nextSyncAt', row.next_sync),
    ...(row.error === undefined ? {} : { error: text(row.error, `error of ${id}`) }),
  }
}
