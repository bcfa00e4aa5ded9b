import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { API, objectOf } from './proxmox/answer.ts'

/** Release of the Proxmox VE node that answers. */
export interface ProxmoxVersion {
  /** Full version of pve-manager, e.g. `8.4.1`. */
  readonly version: string
  /** Point release, e.g. `8.4`. */
  readonly release: string
  /** Short revision it was built from. */
  readonly repoid: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxVersion: ProxmoxVersion
  }
}

const PATH = `${API}/version`

/** @source GET /version */
export const proxmoxVersion = apiCollector('proxmoxVersion', {
  api: 'proxmox',
  read: async (get): Promise<ProxmoxVersion> => {
    const row = objectOf(await get(PATH), PATH)
    return {
      version: text(row.version, 'version'),
      release: text(row.release, 'release'),
      repoid: text(row.repoid, 'repoid'),
    }
  },
})
