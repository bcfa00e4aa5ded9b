import { Unseen } from '../model/unseen.ts'

const nowhere =
  /^(ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ETIMEDOUT|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/
const tls =
  /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO|HOSTNAME_MISMATCH|INVALID_)/
const broken = /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_ABORTED|UND_ERR_REQ_CONTENT|HPE_)/

/** An error of Node's sockets, of its HTTP client or of undici as an Unseen; undefined when it is neither, and so a bug of ours. */
export function failure(who: string, error: unknown): Unseen | undefined {
  if (error instanceof Unseen) return error
  const { code = '', cause } = error as { code?: string; cause?: { code?: string } }
  const why = code || cause?.code || ''
  const unseen = (reason: Unseen['reason'], what: string) =>
    new Unseen(reason, `${who} ${what}`, { cause: error })

  if (why === 'ECONNREFUSED') return unseen('refused', 'refused the connection')
  if (nowhere.test(why)) return unseen('unreachable', `cannot be reached (${why})`)
  if (tls.test(why))
    return unseen(
      'unauthenticated',
      `does not agree on TLS with us (${why}): see \`ca\` and \`fingerprint\` in the inventory`,
    )
  if (why === 'ENOENT') return unseen('unreachable', 'has no socket there: does it run?')
  if (why === 'EACCES') return unseen('not permitted', 'does not let this user open its socket')
  if (why === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return unseen('too large', 'answered more than it may')
  if (broken.test(why) || why.startsWith('UND_ERR_RESPONSE'))
    return unseen('cut short', `broke the answer off (${why})`)
  return undefined
}
