import { once } from 'node:events'
import { isIP, type Socket, connect as tcpConnect } from 'node:net'
import { checkServerIdentity, TLSSocket, connect as tlsConnect } from 'node:tls'
import { Unseen } from '../model/unseen.ts'

/** How one API is reached and known. */
export interface Peer {
  readonly source: string
  readonly url: URL
  /** PEM of the CAs to trust; default is Node's own list. */
  readonly ca?: string
  /** SHA-256 of the certificate, hex with or without colons: it is then the only thing that is checked. */
  readonly fingerprint?: string
  /** Where to really connect; names in TLS and HTTP stay those of the URL. */
  readonly route?: { readonly address: string; readonly port: number }
}

/**
 * Connects to an API and makes sure that it is the one: with a CA by its chain and the name in the URL,
 * with a pin by its certificate alone. Either is settled before a byte of a request is sent, and on every
 * connection: no session is resumed, as a resumed one shows no certificate.
 *
 * @param life ends the connection while it is being made
 * @param connected is told when the server has taken the connection
 */
export async function reach(peer: Peer, life: AbortSignal, connected: () => void): Promise<Socket> {
  const { url, route } = peer
  const isSecure = url.protocol === 'https:'
  const port = Number(url.port) || (isSecure ? 443 : 80)
  const to = route ? { host: route.address, port: route.port } : { host: nameOf(url), port }
  const socket = heard(tcpConnect({ ...to, noDelay: true, signal: life }))
  try {
    await once(socket, 'connect', { signal: life })
    connected()
    if (!isSecure) return socket
    return await (peer.fingerprint === undefined ? verified : pinned)(socket, peer, life)
  } catch (error) {
    socket.destroy()
    throw error
  }
}

const protocols = { ALPNProtocols: ['http/1.1'] }

async function verified(socket: Socket, { url, ca }: Peer, signal: AbortSignal): Promise<Socket> {
  const name = nameOf(url)
  const secure = heard(
    tlsConnect({
      socket,
      ...protocols,
      ...(isIP(name) === 0 ? { servername: name } : {}),
      ...(ca === undefined ? {} : { ca }),
      checkServerIdentity: (_, certificate) => checkServerIdentity(name, certificate),
    }),
  )
  await once(secure, 'secureConnect', { signal })
  return secure
}

async function pinned(socket: Socket, peer: Peer, signal: AbortSignal): Promise<Socket> {
  const secure = heard(new TLSSocket(socket, protocols))
  const name = nameOf(peer.url)
  if (isIP(name) === 0) askFor(secure, name)
  // A handshake begins with the first write, even of nothing.
  secure.write('')
  await once(secure, 'secure', { signal })
  const presented = secure.getPeerX509Certificate()?.fingerprint256
  if (presented !== undefined && isSame(presented, peer.fingerprint)) return secure
  throw mismatch(peer, presented)
}

/** `once` and undici hear of an error while they wait; one that comes when nobody does would end the process. */
function heard<T extends Socket>(socket: T): T {
  socket.on('error', () => undefined)
  return socket
}

/** Tells the server which name is asked for (SNI), as tls.connect does; the types do not know the method. */
const askFor = (secure: TLSSocket, name: string): void =>
  (secure as TLSSocket & { setServername(name: string): void }).setServername(name)

const nameOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const isSame = (presented: string, pin = ''): boolean =>
  presented.replaceAll(':', '').toLowerCase() === pin.replaceAll(':', '').toLowerCase()

const mismatch = ({ source, url, fingerprint }: Peer, presented = 'no certificate'): Unseen =>
  new Unseen(
    'unauthenticated',
    `${source} (${url.host}) presented ${presented}, but ${fingerprint} is pinned: somebody else may be answering. Compare with the certificate on the server before changing \`fingerprint\``,
  )
