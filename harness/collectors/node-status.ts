import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { API, objectOf, rowsOf } from './proxmox/answer.ts'

/** What a node of the hypervisor has, and has left. */
export interface NodeStatus {
  readonly node: string
  readonly threads: number
  readonly memoryBytes: number
  readonly memoryUsedBytes: number
  readonly rootBytes: number
  readonly rootAvailableBytes: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    nodeStatus: readonly NodeStatus[]
  }
}

const NODES = `${API}/nodes`

/** @source GET /nodes, /nodes/{node}/status */
export const nodeStatus = apiCollector('nodeStatus', {
  api: 'proxmox',
  read: async (get): Promise<readonly NodeStatus[]> => {
    const found: NodeStatus[] = []
    for (const row of rowsOf(await get(NODES), NODES)) {
      const node = text(row.node, 'name of a node')
      const path = `${NODES}/${node}/status`
      const { cpuinfo, memory, rootfs } = objectOf(await get(path), path)
      const [room, disk] = [
        object(memory, `memory of ${node}`),
        object(rootfs, `rootfs of ${node}`),
      ]
      found.push({
        node,
        threads: number(object(cpuinfo, `cpuinfo of ${node}`).cpus, `cpus of ${node}`),
        memoryBytes: number(room.total, `memory of ${node}`),
        memoryUsedBytes: number(room.used, `used memory of ${node}`),
        rootBytes: number(disk.total, `rootfs of ${node}`),
        rootAvailableBytes: number(disk.avail, `room on the rootfs of ${node}`),
      })
    }
    return found
  },
})
