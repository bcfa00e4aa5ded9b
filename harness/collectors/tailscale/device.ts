import { flag, list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { shortName } from './name.ts'

/** One device, as the coordination server has it. */
export interface TailnetDevice {
  readonly id: string
  /** First part of its name in the tailnet; the whole name for a device of another tailnet. */
  readonly name: string
  readonly addresses: readonly string[]
  /** Login of its owner; of whoever added it, when it has tags. */
  readonly user: string
  /** Identity of a server. A device with tags has no owner. */
  readonly tags: readonly string[]
  readonly isAuthorized: boolean
  /** Whether it belongs to another tailnet and is shared into this one. */
  readonly isExternal: boolean
  /** When its key ends; absent when it never does. */
  readonly expiresAt?: string
  /** When it was seen last; absent for one that is connected now. */
  readonly lastSeenAt?: string
  /** The rest is not told of a device of another tailnet, and then absent. */
  readonly own?: OwnDevice
}

interface OwnDevice {
  readonly hasUpdate: boolean
  /** Routes it offers; an exit node offers `0.0.0.0/0` and `::/0`. */
  readonly advertisedRoutes: readonly string[]
  /** Of those, and of earlier ones, which were approved. */
  readonly enabledRoutes: readonly string[]
  /** Why tailnet lock does not trust its key; absent when it does, or is not used. */
  readonly lockError?: string
}

type Shape = { readonly [member: string]: unknown }

/** @throws Unseen when a device of the tailnet itself lacks a member: it is not a "no" */
export function deviceOf(value: unknown): TailnetDevice {
  const row = object(value, 'a device')
  const full = text(row.name, 'name of a device')
  const isExternal = flag(row.isExternal, `isExternal of device ${full}`)
  const name = isExternal ? full : shortName(full)
  const about = (member: string) => `${member} of device ${name}`
  const expiresAt = endOf(row, name)
  const lastSeenAt = lastSeenOf(row, name)
  return {
    id: text(row.nodeId, about('nodeId')),
    name,
    addresses: texts(row.addresses, about('addresses')),
    user: text(row.user, about('user')),
    // A device without tags has no such member.
    tags: row.tags === undefined ? [] : texts(row.tags, about('tags')),
    isAuthorized: flag(row.authorized, about('authorized')),
    isExternal,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(lastSeenAt === undefined ? {} : { lastSeenAt }),
    ...(isExternal ? {} : { own: ownOf(row, about) }),
  }
}

function ownOf(row: Shape, about: (member: string) => string): OwnDevice {
  const lockError = row.tailnetLockError === undefined ? '' : row.tailnetLockError
  return {
    hasUpdate: flag(row.updateAvailable, about('updateAvailable')),
    advertisedRoutes: texts(row.advertisedRoutes, about('advertisedRoutes')),
    enabledRoutes: texts(row.enabledRoutes, about('enabledRoutes')),
    ...(lockError === '' ? {} : { lockError: text(lockError, about('tailnetLockError')) }),
  }
}

const texts = (value: unknown, what: string): readonly string[] =>
  list(value, what).map((one) => text(one, what))

/** The zero time of Go, and the switch, both mean never. */
function endOf(row: Shape, name: string): string | undefined {
  const expires = text(row.expires, `expires of device ${name}`)
  const never = flag(row.keyExpiryDisabled, `keyExpiryDisabled of device ${name}`)
  return never || expires === '' || expires.startsWith('0001-') ? undefined : expires
}

/** Left out for a device that is connected; then, and only then, there need be none. */
function lastSeenOf(row: Shape, name: string): string | undefined {
  const isConnected =
    row.connectedToControl !== undefined &&
    flag(row.connectedToControl, `connectedToControl of device ${name}`)
  if (isConnected) return undefined
  const at = row.lastSeen
  if (typeof at !== 'string' || at === '')
    throw new Unseen('not understood', `device ${name} is not connected, and no lastSeen is told`)
  return at
}
