import {
  createSecureContext,
  type DetailedPeerCertificate,
  getCACertificates,
  type PeerCertificate,
  type SecureContext,
} from 'node:tls'
import type { HttpAnswer } from '../../model/probe.ts'

export type Certificate = NonNullable<HttpAnswer['certificate']>

/** Trusts what this machine trusts, and the CA when one is given. */
export function trust(ca: string | undefined): SecureContext {
  return createSecureContext(ca === undefined ? {} : { ca: [...getCACertificates('default'), ca] })
}

/** The certificate as an answer reports it; `because` is present exactly when it is not valid. */
export function described(
  peer: PeerCertificate | DetailedPeerCertificate,
  because?: string,
): Certificate {
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    notAfter: new Date(peer.valid_to).toISOString(),
    valid: because === undefined,
    ...(because === undefined ? {} : { because }),
  }
}

/** `O=Lab,CN=nas.lab`: attributes in the certificate's order. */
function nameOf(name: object): string {
  return Object.entries(name)
    .flatMap(([attribute, value]) => [value].flat().map((one) => `${attribute}=${one}`))
    .join(',')
}
