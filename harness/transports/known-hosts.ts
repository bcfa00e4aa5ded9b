import { createHash, createHmac } from 'node:crypto'

/** One line of a known_hosts file. */
export interface KnownHost {
  readonly marker?: '@revoked' | '@cert-authority'
  /** Plain names, `[name]:port`, wildcards, `!` exceptions or one hashed name. */
  readonly patterns: readonly string[]
  readonly keyType: string
  /** The public key, base64. */
  readonly key: string
  readonly line: number
}

/** What a presented key is worth. `authority` says that only a certificate authority is listed, which we do not support. */
export type HostKeyCheck =
  | { readonly trusted: true; readonly line: number }
  | {
      readonly trusted: false
      readonly because: 'unknown' | 'mismatch' | 'revoked'
      readonly expected: readonly string[]
      readonly authority: boolean
    }

/** The entries of a known_hosts file. Lines that OpenSSH would skip (comments, unknown markers, too few fields) are skipped. */
export function parseKnownHosts(text: string): KnownHost[] {
  return text.split('\n').flatMap((raw, index) => {
    const fields = raw.trim().split(/\s+/)
    const marker = fields[0]?.startsWith('@') ? fields.shift() : undefined
    const [names, keyType, key] = fields
    if (!names || names.startsWith('#') || !keyType || !key) return []
    const entry = { patterns: names.split(','), keyType, key, line: index + 1 }
    if (marker === undefined) return [entry]
    return marker === '@revoked' || marker === '@cert-authority' ? [{ marker, ...entry }] : []
  })
}

/**
 * Judges the key that a server presented. A revoked key is refused wherever it is listed for the host;
 * a key is trusted when a plain entry of any of the names holds exactly it.
 *
 * @param names what the host is called: its address, and the name we know it by
 * @param key the raw public key, as ssh2 hands it to a host verifier
 */
export function checkHostKey(
  known: readonly KnownHost[],
  names: readonly string[],
  port: number,
  key: Buffer,
): HostKeyCheck {
  const mine = entriesFor(known, names, port)
  const keys = mine.filter((entry) => entry.marker === undefined)
  const expected = keys.map((entry) => fingerprint(Buffer.from(entry.key, 'base64')))
  const authority = mine.some((entry) => entry.marker === '@cert-authority')
  const presented = (entry: KnownHost): boolean => Buffer.from(entry.key, 'base64').equals(key)

  if (mine.some((entry) => entry.marker === '@revoked' && presented(entry)))
    return { trusted: false, because: 'revoked', expected, authority }
  const found = keys.find(presented)
  if (found) return { trusted: true, line: found.line }
  return { trusted: false, because: keys.length ? 'mismatch' : 'unknown', expected, authority }
}

/** Host key algorithms to ask for: those we hold a key of, as a good host that shows another of its keys looks like a stranger. */
export function keyTypesFor(
  known: readonly KnownHost[],
  names: readonly string[],
  port: number,
): string[] {
  const types = entriesFor(known, names, port)
    .filter((entry) => entry.marker === undefined)
    .flatMap(({ keyType }) =>
      keyType === 'ssh-rsa' ? ['rsa-sha2-512', 'rsa-sha2-256'] : [keyType],
    )
  return [...new Set(types)]
}

/** The fingerprint that `ssh-keygen -l` prints, `SHA256:…`. */
export const fingerprint = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

function entriesFor(known: readonly KnownHost[], names: readonly string[], port: number) {
  const called = names.map((name) => (port === 22 ? name : `[${name}]:${port}`).toLowerCase())
  return known.filter((entry) => called.some((name) => isFor(entry, name)))
}

function isFor({ patterns }: KnownHost, name: string): boolean {
  const excluded = patterns.some((one) => one.startsWith('!') && isGlobOf(one.slice(1), name))
  return !excluded && patterns.some((one) => isHashOf(one, name) || isGlobOf(one, name))
}

function isHashOf(pattern: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(pattern) ?? []
  if (salt === undefined) return false
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash
}

function isGlobOf(pattern: string, name: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  const glob = escaped.replace(/\*+/g, '.*').replaceAll('?', '.')
  return new RegExp(`^${glob}$`, 'is').test(name)
}
