import { apiCollector } from '../model/collector.ts'
import { parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { permissionsAt } from './proxmox/permissions.ts'

/** What Proxmox VE can do beyond running guests, and whether any of it is set up. */
export interface ProxmoxExtras {
  /** Ids of replication jobs. */
  readonly replications: readonly string[]
  /** Names of zones of the software-defined network. */
  readonly zones: readonly string[]
  /** `absent`: not installed; `unset`: installed, and no cluster of it; `present`: there is one, or a broken one. */
  readonly ceph: 'absent' | 'unset' | 'present'
}

declare module '../model/facts.ts' {
  interface LabFacts {
    proxmoxExtras: ProxmoxExtras
  }
}

const REPLICATION = `${API}/cluster/replication`
const ZONES = `${API}/cluster/sdn/zones`

/** @source GET /cluster/replication, /cluster/sdn/zones, /nodes/{node}/ceph/status, of which the error is the answer; /access/permissions */
export const proxmoxExtras = apiCollector('proxmoxExtras', {
  api: 'proxmox',
  read: async (get, { machines, pve }): Promise<ProxmoxExtras> => {
    if (!machines || !pve)
      throw new Unseen('not asked', 'nobody said that Proxmox is a thin layer here')
    const rights = await permissionsAt(get)
    if (rights['/sdn']?.['SDN.Audit'] !== true)
      throw new Unseen('not permitted', 'the token has no SDN.Audit on /sdn: zones may be hidden')
    return {
      replications: rowsOf(await get(REPLICATION), REPLICATION).map((row) =>
        text(row.id, 'id of a replication'),
      ),
      zones: rowsOf(await get(ZONES), ZONES).map((row) => text(row.zone, 'name of a zone')),
      ceph: cephOf(await get.raw(`${API}/nodes/${pve.node}/ceph/status`)),
    }
  },
})

/** An installed Ceph answers 500 too: only the words of the error tell which. */
function cephOf(answer: { status: number; text: string }): ProxmoxExtras['ceph'] {
  if (answer.status === 200) return 'present'
  const { message = '' } = parseJson(answer.text, 'ceph/status') as { message?: string }
  if (answer.status === 500 && /binary not installed: \S*ceph-mon/.test(message)) return 'absent'
  if (answer.status === 500 && /pveceph configuration not initialized/.test(message)) return 'unset'
  if (answer.status === 500 && message !== '') return 'present'
  throw new Unseen('not understood', `ceph/status answered ${answer.status}`)
}
