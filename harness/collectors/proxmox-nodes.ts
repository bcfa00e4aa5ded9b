import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** A machine of the cluster; a single machine is a cluster of one. */
export interface ProxmoxNode {
  readonly node: string
  /** `online`, `offline` or `unknown`. */
  readonly status: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxNodes: readonly ProxmoxNode[]
  }
}

const PATH = `${API}/nodes`

/** @source GET /nodes, which lists all nodes to every user */
export const proxmoxNodes = apiCollector('proxmoxNodes', {
  api: 'proxmox',
  read: async (get): Promise<readonly ProxmoxNode[]> =>
    shown(
      rowsOf(await get(PATH), PATH).map((row) => ({
        node: text(row.node, 'name of a node'),
        status: text(row.status, 'status of a node'),
      })),
    ),
})

/** Whoever answers is a node itself: a list without any is not the list. */
function shown(nodes: readonly ProxmoxNode[]): readonly ProxmoxNode[] {
  if (nodes.length === 0) throw new Unseen('not permitted', `GET ${PATH} lists no node at all`)
  return nodes
}
