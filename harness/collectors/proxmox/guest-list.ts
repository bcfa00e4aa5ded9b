import type { Census } from '../../model/census.ts'
import type { Get } from '../../model/collector.ts'
import type { Inventory } from '../../model/inventory.ts'
import { flag, number, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { API, rowsOf } from './answer.ts'
import { permissionsAt } from './permissions.ts'

/** A virtual machine or container, as the hypervisor lists it. */
export interface GuestSeen {
  readonly vmid: number
  /** Absent for a guest without a name. */
  readonly name?: string
  readonly type: 'qemu' | 'lxc'
  /** Node it is on. */
  readonly node: string
  /** `running`, `stopped`, `paused`, or `unknown` when its node does not say. */
  readonly status: string
  readonly isTemplate: boolean
  /** Why it is locked, e.g. `backup`. */
  readonly lock?: string
  /** State at the HA manager; present exactly when it is managed by it. */
  readonly haState?: string
}

const PATH = `${API}/cluster/resources?type=vm`

/** Every guest, with what speaks against these being all. */
export async function guestList(get: Get, inventory: Inventory): Promise<Census<GuestSeen>> {
  const items = rowsOf(await get(PATH), PATH).map(guestOf)
  const because = await blindness(get, inventory, items)
  return because === undefined ? { items, complete: true } : { items, complete: false, because }
}

function guestOf(row: Readonly<Record<string, unknown>>): GuestSeen {
  const vmid = number(row.vmid, 'vmid of a guest')
  const about = `of guest ${vmid}`
  const type = text(row.type, `type ${about}`)
  if (type !== 'qemu' && type !== 'lxc')
    throw new Unseen('not understood', `guest ${vmid} is neither qemu nor lxc`)
  return {
    vmid,
    ...(row.name === undefined ? {} : { name: text(row.name, `name ${about}`) }),
    type,
    node: text(row.node, `node ${about}`),
    status: text(row.status, `status ${about}`),
    // Left out means no, as documented: Proxmox names a template only where there is one.
    isTemplate: row.template === undefined ? false : flag(row.template, `template ${about}`),
    ...(row.lock === undefined ? {} : { lock: text(row.lock, `lock ${about}`) }),
    ...(row.hastate === undefined ? {} : { haState: text(row.hastate, `hastate ${about}`) }),
  }
}

/** Why this may not be all; undefined when it is. */
async function blindness(
  get: Get,
  { guests: declared }: Inventory,
  seen: readonly GuestSeen[],
): Promise<string | undefined> {
  const everywhere = await permissionsAt(get)
  // A role that is given further down takes the place of the one above; Proxmox always names /vms.
  const blocked = ['/', '/vms'].find((path) => everywhere[path]?.['VM.Audit'] !== true)
  if (blocked !== undefined)
    return `the token has no VM.Audit on ${blocked} that reaches all guests: give it the role PVEAuditor on /, and no other below`
  const hidden = Object.keys(everywhere).find(
    (path) => path.startsWith('/vms/') && everywhere[path]?.['VM.Audit'] === undefined,
  )
  if (hidden !== undefined)
    return `the token has a role on ${hidden} without VM.Audit: a guest may be hidden there`
  for (const { vmid, name } of declared) {
    if (seen.some((guest) => guest.vmid === vmid)) continue
    const path = `/vms/${vmid}`
    const rights = await permissionsAt(get, path)
    if (rights[path]?.['VM.Audit'] === undefined)
      return `${name} (${vmid}) is not listed, and the token has no VM.Audit on ${path}: it may be hidden`
  }
  return undefined
}
