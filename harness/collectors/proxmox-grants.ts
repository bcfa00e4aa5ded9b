import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { flag, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { permissionsAt } from './proxmox/permissions.ts'

/** A role that somebody has on a path. */
export interface ProxmoxGrant {
  readonly path: string
  /** `tofu@pve`, the name of a group, or `tofu@pve!infrastructure`. */
  readonly who: string
  readonly kind: 'user' | 'group' | 'token'
  /** Accounts and tokens that have it: those of a group are its members. */
  readonly holders: readonly string[]
  readonly role: string
  /** Privileges of that role, sorted. */
  readonly privileges: readonly string[]
  /** Whether it reaches what lies below. */
  readonly propagates: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Complete when the token may see every grant. */
    proxmoxGrants: Census<ProxmoxGrant>
  }
}

const ACL = `${API}/access/acl`
const ROLES = `${API}/access/roles`
const USERS = `${API}/access/users?full=1`

/**
 * Who has which role where. The list is shortened, without a word, to what the token may see.
 *
 * @source GET /access/acl, /access/roles, /access/users?full=1, /access/permissions
 */
export const proxmoxGrants = apiCollector('proxmoxGrants', {
  api: 'proxmox',
  read: async (get): Promise<Census<ProxmoxGrant>> => {
    const roles = new Map(
      rowsOf(await get(ROLES), ROLES).map((row) => [
        text(row.roleid, 'roleid'),
        row.privs === undefined ? [] : text(row.privs, 'privs of a role').split(',').sort(),
      ]),
    )
    const groups = rowsOf(await get(USERS), USERS).flatMap(membershipsOf)
    const items = rowsOf(await get(ACL), ACL).map((row) => grantOf(row, roles, groups))
    const rights = await permissionsAt(get)
    const seesGrants = ['Sys.Audit', 'Permissions.Modify'].some(
      (right) => rights['/access']?.[right] === true,
    )
    const seesMembers = ['Sys.Audit', 'User.Modify'].some(
      (right) => rights['/access/groups']?.[right] !== undefined,
    )
    if (seesGrants && seesMembers && items.length === 0)
      return { items, complete: false, because: 'no grant is listed, not even our own' }
    if (seesGrants && seesMembers) return { items, complete: true }
    const because = `the token has no Sys.Audit on ${seesGrants ? '/access/groups' : '/access'}: grants may be hidden`
    return { items, complete: false, because }
  },
})

type Row = Readonly<Record<string, unknown>>
type Membership = { readonly user: string; readonly group: string }

function membershipsOf(row: Row): readonly Membership[] {
  const user = text(row.userid, 'userid')
  if (row.groups === undefined) return []
  return text(row.groups, `groups of ${user}`)
    .split(/[,; ]+/)
    .filter((group) => group !== '')
    .map((group) => ({ user, group }))
}

function grantOf(
  row: Row,
  roles: ReadonlyMap<string, readonly string[]>,
  memberships: readonly Membership[],
): ProxmoxGrant {
  const path = text(row.path, 'path of a grant')
  const kind = text(row.type, `type of a grant on ${path}`)
  if (kind !== 'user' && kind !== 'group' && kind !== 'token')
    throw new Unseen('not understood', `a grant on ${path} is for a ${kind}`)
  const role = text(row.roleid, `role on ${path}`)
  const privileges = roles.get(role)
  if (!privileges)
    throw new Unseen(
      'not understood',
      `a grant on ${path} has the role ${role}, which is not listed`,
    )
  const who = text(row.ugid, `who has ${role} on ${path}`)
  return {
    path,
    who,
    kind,
    holders:
      kind === 'group'
        ? memberships.filter(({ group }) => group === who).map(({ user }) => user)
        : [who],
    role,
    privileges,
    // Documented as on without the key.
    propagates: row.propagate === undefined || flag(row.propagate, `propagate on ${path}`),
  }
}
