import { Unseen } from '../model/unseen.ts'
import type { SshAccess } from './ssh.ts'

/** An error of ssh2: `level` says which part failed, `code` is the system's. */
export type SshError = Error & {
  readonly level?: string
  readonly code?: string
  readonly reason?: unknown
}

const nowhere = ['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EHOSTDOWN']

/** Why a login failed, in the words of a report. `connected` says whether TCP came up first. */
export function loginFailure(access: SshAccess, error: SshError, connected: boolean): Unseen {
  const who = whoOf(access)
  const { code = '', level } = error
  const unseen = (reason: Unseen['reason'], what: string) =>
    new Unseen(reason, `${who} ${what}`, { cause: error })

  if (level === 'client-authentication' || level === 'agent') {
    const shown = access.privateKey ? 'the key given' : 'the keys of the agent'
    return unseen(
      'unauthenticated',
      `did not accept ${access.user} with ${shown}: add its public key to authorized_keys there`,
    )
  }
  if (code === 'ECONNREFUSED')
    return unseen('refused', 'refused the connection: does sshd run there?')
  if (nowhere.includes(code) || level === 'client-dns')
    return unseen('unreachable', `cannot be reached (${code || 'name not found'})`)
  if (level === 'client-timeout')
    return connected
      ? unseen('timed out', 'accepted the connection and then said nothing')
      : unseen('unreachable', 'did not answer at all')
  if (/no matching host key/.test(error.message))
    return unseen(
      'unauthenticated',
      'offers no host key of the types that are known of it: compare its keys with known_hosts',
    )
  if (code === 'ECONNRESET' || code === 'EPIPE' || /lost before handshake/.test(error.message))
    return unseen('cut short', 'broke the connection off before the login')
  return unseen('not understood', `does not complete an SSH handshake (${error.message})`)
}

/** Why a channel (a command, a forwarded stream) did not open. `2` is "connect failed" in RFC 4254. */
export function channelFailure(access: SshAccess, what: string, error: SshError): Unseen {
  const failed = error.reason === 2 || error.reason === 'CONNECT_FAILED'
  return new Unseen(
    failed ? 'refused' : 'not permitted',
    `${whoOf(access)} did not open ${what} (${error.message})`,
    { cause: error },
  )
}

/** Sudo's own refusals, which come on stderr before any section was asked; undefined for anything else. */
export function sudoRefusal(
  access: SshAccess,
  status: number | null,
  stderr: string,
): Unseen | undefined {
  if (access.become !== 'sudo' || status === 0) return undefined
  const who = whoOf(access)
  if (/a password is required|must have a tty|no tty present/.test(stderr))
    return new Unseen(
      'not permitted',
      `${who}: sudo asks ${access.user} for a password; give it a NOPASSWD rule for \`sh -s\`, or set \`become: none\``,
    )
  if (/not in the sudoers|not allowed to execute|may not run sudo/.test(stderr))
    return new Unseen(
      'not permitted',
      `${who}: sudo does not let ${access.user} run \`sh -s\`; add a rule, or set \`become: none\``,
    )
  if (/sudo: (?:command )?not found/.test(stderr))
    return new Unseen('tool absent', `${who} has no sudo; install it, or set \`become: none\``)
  return undefined
}

export const whoOf = ({ name, address, port }: SshAccess): string =>
  `${name} (${address} port ${port})`

/** The connection ended although nobody here ended it. */
export const brokenOff = (access: SshAccess, when: string): Unseen =>
  new Unseen('cut short', `${whoOf(access)} broke the connection off ${when}`)

/** Why a connection that had been up is gone. */
export const lost = (access: SshAccess, error: SshError): Unseen =>
  error.level === 'client-timeout'
    ? new Unseen('cut short', `${whoOf(access)} went silent: three keepalives in a row were missed`)
    : brokenOff(access, 'in the middle')
