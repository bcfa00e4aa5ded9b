import type { Get } from '../../model/collector.ts'
import { flag, object } from '../../model/parse.ts'
import { API, objectOf } from './answer.ts'

/** Rights of the token by path and privilege; the value says whether the right reaches what lies below. */
export type Permissions = Readonly<Record<string, Readonly<Record<string, boolean>>>>

const PATH = `${API}/access/permissions`

/** Rights of the token, for one path or everywhere. A path on which it has no right is left out by Proxmox. */
export async function permissionsAt(get: Get, path?: string): Promise<Permissions> {
  const asked = path === undefined ? PATH : `${PATH}?path=${path}`
  const rights = Object.entries(objectOf(await get(asked), asked)).map(([at, privileges]) => [
    at,
    Object.fromEntries(
      Object.entries(object(privileges, `rights at ${at}`)).map(([privilege, reaches]) => [
        privilege,
        flag(reaches, `${privilege} at ${at}`),
      ]),
    ),
  ])
  return Object.fromEntries(rights) as Permissions
}
