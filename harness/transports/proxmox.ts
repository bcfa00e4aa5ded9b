import { type Proxmox, proxmoxApi } from 'proxmox-api'
import type { Get } from '../model/collector.ts'
import { flag, object } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/**
 * The API of Proxmox VE as typed paths, e.g. `pve.nodes.$('pve1').lxc.$get()`, over GETs of ours: the
 * client's own engine retries, waits after it has failed and cannot verify a certificate.
 * Answers come without their `data` wrapper. Lists are filtered by permission: see {@link permissions}.
 *
 * @throws Unseen of every call; `not asked` for anything but a GET
 */
export function proxmox(get: Get): Proxmox.Api {
  return proxmoxApi({
    async doRequest(method, path, _template, params) {
      if (method.toUpperCase() !== 'GET')
        throw new Unseen('not asked', `Proxmox: ${method} ${path} would change something`)
      return unwrapped(await get(asked(path, params)), path)
    },
  })
}

/**
 * What the token may do: privileges by path, e.g. `/` → `{'VM.Audit'}`. Proxmox leaves out of its lists
 * what a token may not see, so that absence means something only with these.
 *
 * @source GET /access/permissions, which every token may read about itself
 */
export async function permissions(get: Get): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const path = '/api2/json/access/permissions'
  const paths = object(unwrapped(await get(path), path), 'access/permissions')
  return new Map(Object.entries(paths).map(([at, held]) => [at, privileges(held, at)]))
}

/** The value says whether the privilege is inherited below the path; at the path itself it is held either way. */
function privileges(held: unknown, at: string): ReadonlySet<string> {
  const entries = Object.entries(object(held, `permissions at ${at}`))
  for (const [name, propagates] of entries) flag(propagates, `${name} at ${at}`)
  return new Set(entries.map(([name]) => name))
}

function unwrapped(answer: unknown, path: string): unknown {
  const { data } = object(answer, `GET ${path}`)
  if (data === undefined) throw new Unseen('not understood', `GET ${path} has no data`)
  return data
}

/** The path with its query. The client escapes the slashes of a name, and nothing else. */
function asked(path: string, params: Readonly<Record<string, unknown>> = {}): string {
  if (/[?#\s]|\/\.{1,2}(\/|$)/.test(path))
    throw new Unseen('not asked', `Proxmox: no path: ${path}`)
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) query.set(name, written(value))
  return query.size === 0 ? path : `${path}?${query}`
}

/** Proxmox writes yes and no as 1 and 0. */
const written = (value: unknown): string =>
  typeof value === 'boolean' ? String(Number(value)) : String(value)
