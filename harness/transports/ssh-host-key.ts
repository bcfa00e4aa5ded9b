import { Unseen } from '../model/unseen.ts'
import { checkHostKey, fingerprint, keyTypesFor, parseKnownHosts } from './known-hosts.ts'

/** What a host key is checked against. A pin counts alone; known_hosts is then not read. */
export interface HostIdentity {
  readonly name: string
  readonly address: string
  readonly port: number
  /** Pinned fingerprint, `SHA256:…`. */
  readonly hostKey?: string
  /** Text of a known_hosts file. */
  readonly knownHosts?: string
}

/** Judges one handshake, and keeps the reason when the key was refused. */
export interface HostKeyGuard {
  /** Algorithms to ask the server for; absent when any will do. */
  readonly keyTypes?: readonly KeyType[]
  verify(key: Buffer): boolean
  readonly refusal: Unseen | undefined
}

const keyTypes = [
  'ssh-ed25519',
  'ecdsa-sha2-nistp256',
  'ecdsa-sha2-nistp384',
  'ecdsa-sha2-nistp521',
  'rsa-sha2-512',
  'rsa-sha2-256',
] as const
type KeyType = (typeof keyTypes)[number]

/** @throws Unseen `unauthenticated` when there is nothing to check a key against: nothing is trusted on first use */
export function hostKeyGuard(host: HostIdentity): HostKeyGuard {
  if (host.hostKey !== undefined) return guard((key) => pinned(host, host.hostKey ?? '', key))
  if (host.knownHosts === undefined)
    throw distrust(
      host,
      'has no host key to be known by: pin one (`hostKey`) or name a known_hosts',
    )

  const known = parseKnownHosts(host.knownHosts)
  const names = [host.address, host.name]
  const held = keyTypesFor(known, names, host.port)
  const usable = keyTypes.filter((type) => held.includes(type))
  if (held.length > 0 && usable.length === 0)
    throw distrust(host, `is known only by keys that are not supported (${held.join(', ')})`)
  return guard((key) => listed(host, checkHostKey(known, names, host.port, key), key), usable)
}

function guard(judge: (key: Buffer) => Unseen | undefined, usable?: KeyType[]): HostKeyGuard {
  let refusal: Unseen | undefined
  return {
    ...(usable?.length ? { keyTypes: usable } : {}),
    verify(key) {
      refusal = judge(key)
      return refusal === undefined
    },
    get refusal() {
      return refusal
    },
  }
}

function pinned(host: HostIdentity, pin: string, key: Buffer): Unseen | undefined {
  const presented = fingerprint(key)
  if (presented === pin.replace(/=+$/, '')) return undefined
  return distrust(
    host,
    `presented ${presented} (${typeOf(key)}), but ${pin} is pinned: somebody else may be answering. Compare with \`ssh-keygen -lf\` on the host before changing \`hostKey\`; of its keys a host shows the Ed25519 one first`,
  )
}

function listed(
  host: HostIdentity,
  check: ReturnType<typeof checkHostKey>,
  key: Buffer,
): Unseen | undefined {
  if (check.trusted) return undefined
  const presented = `presented ${fingerprint(key)} (${typeOf(key)})`
  if (check.because === 'revoked') return distrust(host, `${presented}, which known_hosts revokes`)
  if (check.because === 'mismatch')
    return distrust(
      host,
      `${presented}, but known_hosts expects ${check.expected.join(' or ')}: somebody else may be answering. Compare with \`ssh-keygen -lf\` on the host before replacing the entry`,
    )
  const authority = check.authority ? '; @cert-authority entries are not supported' : ''
  return distrust(
    host,
    `${presented}, and known_hosts has no entry for it${authority}. Compare with \`ssh-keygen -lf\` on the host, then add it or pin it (\`hostKey\`)`,
  )
}

/** The algorithm name that begins every public key. */
const typeOf = (key: Buffer): string =>
  key.length < 4
    ? 'no key'
    : key.subarray(4, 4 + Math.min(key.readUInt32BE(0), 40)).toString('ascii')

const distrust = (host: HostIdentity, what: string): Unseen =>
  new Unseen('unauthenticated', `${host.name} (${host.address} port ${host.port}) ${what}`)
