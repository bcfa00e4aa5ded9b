import type { Socket } from 'node:net'
import { isIP } from 'node:net'
import { connect, type PeerCertificate, type SecureContext } from 'node:tls'
import { type Certificate, described } from './certificate.ts'

/** A TLS peer: with a socket to talk on when its certificate is valid, and without one when it is not. */
export interface Peer {
  readonly certificate: Certificate
  readonly socket?: Socket
}

/**
 * Shakes hands on a connected socket and checks chain and name. A peer that is not who it should be
 * is described and hung up on: it never gets a request.
 *
 * @throws the error of a handshake that broke before a certificate was seen
 */
export function shake(socket: Socket, name: string, secureContext: SecureContext): Promise<Peer> {
  return new Promise((resolve, reject) => {
    let seen: PeerCertificate | undefined
    const secure = connect({
      socket,
      secureContext,
      ...(isIP(name) === 0 ? { servername: name } : { host: name }),
      requestOCSP: true,
    })
    // Comes, stapled answer or not, once the certificate is there and before it is judged: a refused one can still be described.
    secure.on('OCSPResponse', () => {
      seen = secure.getPeerCertificate()
    })
    secure.once('secureConnect', () =>
      resolve({ certificate: described(secure.getPeerCertificate()), socket: secure }),
    )
    secure.on('error', (error: NodeJS.ErrnoException) => {
      if (seen !== undefined && isVerdict(error))
        resolve({ certificate: described(seen, error.message.split(';')[0] ?? error.message) })
      else reject(error)
    })
    // A peer that hangs up in the middle without an error.
    secure.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
  })
}

/** Whether the error is the verification's (`CERT_HAS_EXPIRED` and its like), not the connection's. */
function isVerdict({ code = '' }: NodeJS.ErrnoException): boolean {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return true
  return !code.startsWith('ERR_') && /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(code)
}
