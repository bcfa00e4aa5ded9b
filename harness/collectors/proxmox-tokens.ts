import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { flag, list, number, object, text } from '../model/parse.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { permissionsAt } from './proxmox/permissions.ts'

/** A token that programs use instead of a password. */
export interface ProxmoxToken {
  /** `tofu@pve!infrastructure` */
  readonly id: string
  readonly user: string
  /** Whether it has only the rights it was given itself, and not all of its user. */
  readonly isSeparated: boolean
  /** Absent when it ends with its user, if ever. */
  readonly expiresAt?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Complete when the token may see every account. */
    proxmoxTokens: Census<ProxmoxToken>
  }
}

const USERS = `${API}/access/users?full=1`

/** @source GET /access/users?full=1, /access/permissions */
export const proxmoxTokens = apiCollector('proxmoxTokens', {
  api: 'proxmox',
  read: async (get): Promise<Census<ProxmoxToken>> => {
    const users = rowsOf(await get(USERS), USERS)
    const items = users.flatMap(tokensOf)
    const rights = (await permissionsAt(get))['/access/groups']
    const isAllowed = rights?.['Sys.Audit'] !== undefined || rights?.['User.Modify'] !== undefined
    if (isAllowed && users.some(({ userid }) => userid === 'root@pam'))
      return { items, complete: true }
    const because = isAllowed
      ? 'root@pam is not listed, which every Proxmox has: accounts may be hidden'
      : 'the token has no Sys.Audit on /access/groups: accounts may be hidden'
    return { items, complete: false, because }
  },
})

function tokensOf(row: Readonly<Record<string, unknown>>): readonly ProxmoxToken[] {
  const user = text(row.userid, 'userid')
  if (row.tokens === undefined) return []
  return list(row.tokens, `tokens of ${user}`).map((entry) => {
    const token = object(entry, `a token of ${user}`)
    const id = `${user}!${text(token.tokenid, `tokenid of ${user}`)}`
    const expires = token.expire === undefined ? 0 : number(token.expire, `expire of ${id}`)
    return {
      id,
      user,
      // Documented as separated without the key.
      isSeparated: token.privsep === undefined || flag(token.privsep, `privsep of ${id}`),
      ...(expires === 0 ? {} : { expiresAt: new Date(expires * 1000).toISOString() }),
    }
  })
}
