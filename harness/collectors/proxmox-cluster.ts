import { apiCollector } from '../model/collector.ts'
import { flag, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** What the hypervisors say of one another. */
export interface ProxmoxCluster {
  /** Absent on a machine that belongs to no cluster. */
  readonly cluster?: { readonly name: string; readonly isQuorate: boolean }
  readonly members: readonly { readonly name: string; readonly isOnline: boolean }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxCluster: ProxmoxCluster
  }
}

const PATH = `${API}/cluster/status`

/** @source GET /cluster/status, refused without Sys.Audit on / */
export const proxmoxCluster = apiCollector('proxmoxCluster', {
  api: 'proxmox',
  read: async (get): Promise<ProxmoxCluster> => {
    const rows = rowsOf(await get(PATH), PATH)
    // Whoever answers is a node itself.
    if (!rows.some(({ type }) => type === 'node'))
      throw new Unseen('not permitted', `GET ${PATH} lists no node at all`)
    const cluster = rows.find(({ type }) => type === 'cluster')
    return {
      ...(cluster
        ? {
            cluster: {
              name: text(cluster.name, 'name of the cluster'),
              isQuorate: flag(cluster.quorate, 'quorate of the cluster'),
            },
          }
        : {}),
      members: rows
        .filter(({ type }) => type === 'node')
        .map((row) => ({
          name: text(row.name, 'name of a node'),
          isOnline: flag(row.online, 'online of a node'),
        })),
    }
  },
})
