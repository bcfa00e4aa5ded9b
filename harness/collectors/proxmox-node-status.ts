import { apiCollector } from '../model/collector.ts'
import { number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, objectOf } from './proxmox/answer.ts'

/** What the node says of itself. */
export interface ProxmoxNodeStatus {
  /** E.g. `pve-manager/9.1.2/9d436f37a0ac4172`. */
  readonly manager: string
  /** Release of the running kernel, e.g. `6.17.2-1-pve`. */
  readonly kernel: string
  readonly uptimeSeconds: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxNodeStatus: ProxmoxNodeStatus
  }
}

/** @source GET /nodes/{node}/status */
export const proxmoxNodeStatus = apiCollector('proxmoxNodeStatus', {
  api: 'proxmox',
  read: async (get, { machines, pve }): Promise<ProxmoxNodeStatus> => {
    if (!machines || !pve) throw new Unseen('not asked', 'nobody said which machine the node is')
    const path = `${API}/nodes/${pve.node}/status`
    const row = objectOf(await get(path), path)
    const kernel = object(row['current-kernel'], 'current-kernel')
    return {
      manager: text(row.pveversion, 'pveversion'),
      kernel: text(kernel.release, 'release of the kernel'),
      uptimeSeconds: number(row.uptime, 'uptime'),
    }
  },
})
