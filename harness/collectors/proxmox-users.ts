import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { flag, list, number, object, text } from '../model/parse.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { permissionsAt } from './proxmox/permissions.ts'

/** An account at the hypervisor. */
export interface ProxmoxUser {
  /** `ana@pam` */
  readonly id: string
  readonly isEnabled: boolean
  /** Absent when it never does. */
  readonly expiresAt?: string
  /** Second factors that are switched on, by type; recovery keys alone are none. */
  readonly secondFactors: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Complete when the token may see every account. */
    proxmoxUsers: Census<ProxmoxUser>
  }
}

const USERS = `${API}/access/users?full=1`
const FACTORS = `${API}/access/tfa`

/**
 * Accounts of the hypervisor with their second factors. Both lists leave out what the token may not see.
 *
 * @source GET /access/users?full=1, /access/tfa, /access/permissions
 */
export const proxmoxUsers = apiCollector('proxmoxUsers', {
  api: 'proxmox',
  read: async (get): Promise<Census<ProxmoxUser>> => {
    const factors = factorsOf(rowsOf(await get(FACTORS), FACTORS))
    const items = rowsOf(await get(USERS), USERS).map((row) => userOf(row, factors))
    const rights = (await permissionsAt(get))['/access/groups']
    const isWhole = items.some(({ id }) => id === 'root@pam')
    const isAllowed = rights?.['Sys.Audit'] !== undefined || rights?.['User.Modify'] !== undefined
    if (isAllowed && isWhole) return { items, complete: true }
    const because = isAllowed
      ? 'root@pam is not listed, which every Proxmox has: accounts may be hidden'
      : 'the token has no Sys.Audit on /access/groups: accounts may be hidden'
    return { items, complete: false, because }
  },
})

type Shape = { readonly [member: string]: unknown }

function factorsOf(rows: readonly Shape[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows.map((row) => {
      const user = text(row.userid, 'userid of a second factor')
      const on = list(row.entries, `second factors of ${user}`)
        .map((entry) => object(entry, `a second factor of ${user}`))
        // Documented as on without the key.
        .filter(({ enable }) => enable === undefined || flag(enable, `enable of ${user}`))
        .map(({ type }) => text(type, `type of a second factor of ${user}`))
      return [user, on.filter((type) => type !== 'recovery')]
    }),
  )
}

function userOf(row: Shape, factors: ReadonlyMap<string, readonly string[]>): ProxmoxUser {
  const id = text(row.userid, 'userid')
  const expires = row.expire === undefined ? 0 : number(row.expire, `expire of ${id}`)
  return {
    id,
    // Documented as enabled without the key.
    isEnabled: row.enable === undefined || flag(row.enable, `enable of ${id}`),
    ...(expires === 0 ? {} : { expiresAt: new Date(expires * 1000).toISOString() }),
    secondFactors: factors.get(id) ?? [],
  }
}
