import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { flag, list, object, text } from '../model/parse.ts'
import { TAILNET } from './tailscale/api-path.ts'

/** A credential of the tailnet. The secret itself is shown once, when it is made, and never again. */
export interface TailnetKey {
  readonly id: string
  /** `auth` adds devices; `client` (OAuth), `api` and `federated` speak to the API. */
  readonly type: string
  readonly createdAt: string
  /** Absent when it never expires. */
  readonly expiresAt?: string
  /** Whether it still does anything: neither expired, revoked nor used up. */
  readonly isValid: boolean
  /** Of a key that adds devices: what those are allowed. */
  readonly adds?: {
    readonly isReusable: boolean
    /** Whether its devices vanish when they go offline. */
    readonly isEphemeral: boolean
    /** Whether its devices need nobody's approval. */
    readonly isPreauthorized: boolean
    readonly tags: readonly string[]
  }
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every credential; complete when at least one is listed, as the one we ask with is one of them. */
    tailnetKeys: Census<TailnetKey>
  }
}

/**
 * Credentials of the tailnet and its users. The list names them only: each is asked for by itself.
 *
 * @source GET /api/v2/tailnet/-/keys?all=true and /keys/{id}, scope `auth_keys:read`
 */
export const tailnetKeys = apiCollector('tailnetKeys', {
  api: 'tailscale',
  read: async (get): Promise<Census<TailnetKey>> => {
    const answer = object(await get(`${TAILNET}/keys?all=true`), 'the keys')
    const ids = list(answer.keys, 'the list of keys').map((row) =>
      text(object(row, 'a key').id, 'id of a key'),
    )
    const items = await Promise.all(
      ids.map(async (id) => keyOf(await get(`${TAILNET}/keys/${id}`))),
    )
    if (items.length > 0) return { items, complete: true }
    const because = 'not even the credential that we ask with is listed'
    return { items, complete: false, because }
  },
})

type Shape = { readonly [member: string]: unknown }

function keyOf(value: unknown): TailnetKey {
  const row = object(value, 'a key')
  const id = text(row.id, 'id of a key')
  const expiresAt = moment(row, 'expires', id)
  const revoked = moment(row, 'revoked', id)
  const type = text(row.keyType ?? 'auth', `keyType of ${id}`)
  const ended = row.invalid !== undefined && flag(row.invalid, `invalid of ${id}`)
  return {
    id,
    type,
    createdAt: text(row.created, `created of ${id}`),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    isValid: !ended && revoked === undefined,
    ...(type === 'auth' ? { adds: addsOf(row, id) } : {}),
  }
}

/** The zero time of Go stands for none. */
function moment(row: Shape, name: string, id: string): string | undefined {
  if (row[name] === undefined || row[name] === null) return undefined
  const at = text(row[name], `${name} of ${id}`)
  return at === '' || at.startsWith('0001-') ? undefined : at
}

function addsOf(row: Shape, id: string): NonNullable<TailnetKey['adds']> {
  const devices = object(object(row.capabilities, `capabilities of ${id}`).devices, 'devices')
  const create = object(devices.create, `devices.create of ${id}`)
  const is = (name: string) => flag(create[name], `${name} of ${id}`)
  return {
    isReusable: is('reusable'),
    isEphemeral: is('ephemeral'),
    isPreauthorized: is('preauthorized'),
    tags: (create.tags === undefined || create.tags === null
      ? []
      : list(create.tags, `tags of ${id}`)
    ).map((tag) => text(tag, `a tag of ${id}`)),
  }
}
