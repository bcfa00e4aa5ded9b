import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { flag, number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { optional } from './pbs/job-run.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { keepOf } from './proxmox/keep.ts'
import { permissionsAt } from './proxmox/permissions.ts'

/** A storage of the hypervisor, as one of its nodes sees it. */
export interface ProxmoxStorage {
  readonly name: string
  readonly node: string
  /** `zfspool`, `pbs`, `dir` … */
  readonly type: string
  /** Whether it is switched on. */
  readonly isEnabled: boolean
  /** Whether it can be reached now. */
  readonly isActive: boolean
  /** Whether every node is said to see the same in it. */
  readonly isShared: boolean
  /** `images`, `backup` … */
  readonly content: readonly string[]
  /** Pool or dataset of a `zfspool`. */
  readonly pool?: string
  /** Datastore of a `pbs`. */
  readonly datastore?: string
  /** Part of the datastore of a `pbs` that it writes into; absent for the datastore itself. */
  readonly namespace?: string
  /** Machine that it is on, of network storages: as it is written, with a port or as a list. */
  readonly server?: string
  /** Folder of the node, of storages that have one. */
  readonly path?: string
  /** `keep-daily` and so on: what a backup job without rules of its own goes by. */
  readonly keep?: Readonly<Record<string, string>>
  readonly totalBytes?: number
  readonly availableBytes?: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** One entry per node and storage; complete when the token may see every storage. */
    proxmoxStorages: Census<ProxmoxStorage>
  }
}

const CONFIG = `${API}/storage`
const NODES = `${API}/nodes`

/**
 * Storages with their state on each node. Both lists leave out what the token may not see.
 *
 * @source GET /storage, /nodes, /nodes/{node}/storage, /access/permissions
 */
export const proxmoxStorages = apiCollector('proxmoxStorages', {
  api: 'proxmox',
  read: async (get): Promise<Census<ProxmoxStorage>> => {
    const configured = rowsOf(await get(CONFIG), CONFIG)
    const items: ProxmoxStorage[] = []
    for (const { node } of rowsOf(await get(NODES), NODES))
      items.push(...(await storagesOf(get, text(node, 'name of a node'), configured)))
    const rights = await permissionsAt(get)
    const hidden = Object.keys(rights).find(
      (path) => path.startsWith('/storage/') && rights[path]?.['Datastore.Audit'] === undefined,
    )
    return rights['/storage']?.['Datastore.Audit'] === true && hidden === undefined
      ? { items, complete: true }
      : {
          items,
          complete: false,
          because: `the token has no Datastore.Audit on ${hidden ?? '/storage'}: storages may be hidden`,
        }
  },
})

type Shape = { readonly [member: string]: unknown }

async function storagesOf(
  get: Get,
  node: string,
  configured: readonly Shape[],
): Promise<readonly ProxmoxStorage[]> {
  const path = `${API}/nodes/${node}/storage`
  return rowsOf(await get(path), path).map((row) => {
    const name = text(row.storage, 'name of a storage')
    const config = configured.find(({ storage }) => storage === name)
    // Without it nobody could say whether another machine has it.
    if (!config) throw new Unseen('not understood', `nobody told how storage ${name} is set up`)
    const server = config.server ?? config.portal ?? config.monhost
    const size = (value: unknown) => number(value, `size of storage ${name}`)
    return {
      name,
      node,
      type: text(row.type, `type of storage ${name}`),
      isEnabled: flag(row.enabled, `enabled of storage ${name}`),
      isActive: flag(row.active, `active of storage ${name}`),
      isShared: row.shared !== undefined && flag(row.shared, `shared of storage ${name}`),
      content: text(row.content, `content of storage ${name}`).split(',').sort(),
      ...optional('pool', config.pool, (value) => text(value, `pool of storage ${name}`)),
      ...optional('datastore', config.datastore, (value) =>
        text(value, `datastore of storage ${name}`),
      ),
      ...optional('namespace', config.namespace || undefined, (value) =>
        text(value, `namespace of storage ${name}`),
      ),
      ...optional('server', server, (value) => text(value, `server of storage ${name}`)),
      ...optional('path', config.path, (value) => text(value, `path of storage ${name}`)),
      ...optional('keep', config['prune-backups'], (value) =>
        keepOf(value, `prune-backups of storage ${name}`),
      ),
      ...optional('totalBytes', row.total, size),
      ...optional('availableBytes', row.avail, size),
    }
  })
}
