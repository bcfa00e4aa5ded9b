import { isIP, connect as tcpConnect } from 'node:net'
import { checkServerIdentity, TLSSocket } from 'node:tls'
import { buildConnector } from 'undici'
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
 * A connector for undici. With a CA the chain and the name of the URL are checked. With a pin the
 * certificate is compared before a byte of a request is sent, on every connection: no session is resumed,
 * as a resumed one shows no certificate.
 */
export function connectorFor(peer: Peer, connected: () => void): buildConnector.connector {
  const hostname = peer.url.hostname.replace(/^\[|\]$/g, '')
  const build = buildConnector({
    allowH2: false,
    maxCachedSessions: 0,
    ...(peer.ca === undefined ? {} : { ca: peer.ca }),
    checkServerIdentity: (_, certificate) => checkServerIdentity(hostname, certificate),
  })
  const through =
    peer.fingerprint === undefined || peer.url.protocol === 'http:'
      ? build
      : pinning(peer, hostname)
  return (options, done) => {
    const to = peer.route ? { hostname: peer.route.address, port: String(peer.route.port) } : {}
    const name = isIP(hostname) === 0 ? { servername: hostname } : {}
    through({ ...options, ...to, ...name }, (...[error, socket]) => {
      if (error) return done(error, null)
      connected()
      return done(null, socket)
    })
  }
}

function pinning(peer: Peer, hostname: string): buildConnector.connector {
  return ({ hostname: host, port }, done) => {
    const socket = tcpConnect({ host, port: Number(port || 443), noDelay: true })
    const fail = (error: Error) => {
      socket.destroy()
      done(error, null)
    }
    socket.once('error', fail)
    socket.once('connect', () => {
      const secure = new TLSSocket(socket, { ALPNProtocols: ['http/1.1'] })
      if (isIP(hostname) === 0) nameTo(secure, hostname)
      secure.once('error', fail)
      secure.once('secure', () => {
        secure.off('error', fail)
        const presented = secure.getPeerX509Certificate()?.fingerprint256
        if (presented === undefined || !isSame(presented, peer.fingerprint))
          fail(mismatch(peer, presented))
        else done(null, secure)
      })
      // A handshake begins with the first write, even of nothing.
      secure.write('')
    })
  }
}

/** Tells the server which name is asked for (SNI): tls.connect does it so, the types do not know it. */
const nameTo = (secure: TLSSocket, name: string): void =>
  (secure as TLSSocket & { setServername(name: string): void }).setServername(name)

const isSame = (presented: string, pin = ''): boolean =>
  presented.replaceAll(':', '').toLowerCase() === pin.replaceAll(':', '').toLowerCase()

const mismatch = ({ source, url, fingerprint }: Peer, presented = 'no certificate'): Unseen =>
  new Unseen(
    'unauthenticated',
    `${source} (${url.host}) presented ${presented}, but ${fingerprint} is pinned: somebody else may be answering. Compare with the certificate on the server before changing \`fingerprint\``,
  )
