import { RAN_OUT, type TcpState } from '../../model/probe.ts'
import { Unseen } from '../../model/unseen.ts'

/** The code of a system error, e.g. `ECONNREFUSED`; the name of any other. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** What the peer or the network between said; whatever is not here is our own failure. */
const states: Readonly<Record<string, TcpState>> = {
  ECONNREFUSED: 'refused',
  // The handshake was completed and the peer hung up before we looked: it does listen.
  ECONNRESET: 'open',
  EPIPE: 'open',
  ETIMEDOUT: 'filtered',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  // The machine has no such family at all: as far away as without a route.
  EAFNOSUPPORT: 'unreachable',
}

/**
 * State of a port by the error of a connect.
 *
 * @throws Unseen 'cut short' when the error is ours (no file or port left, no permission): nothing was learned about the port
 */
export function stateOf(error: Error, family: 4 | 6, port: string): TcpState {
  const code = codeOf(error)
  // ICMPv6 "administratively prohibited"; on IPv4 the same code means that we may not send.
  if (code === 'EACCES' && family === 6) return 'unreachable'
  const state = states[code]
  if (state !== undefined) return state
  throw ours(error, port)
}

/** The sentence for a failure of the probe's own machine; an error that no system call raised is a bug, and stays what it is. */
function ours(error: Error, port: string): Error {
  if (!('syscall' in error)) return error
  return new Unseen(
    'cut short',
    `the probe could not try ${port}: ${codeOf(error)} on its own side; nothing it saw is reported. Lower its concurrency or raise the limits of the machine it runs on`,
    { cause: error },
  )
}

const peers = new Set([...Object.keys(states), 'ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ECONNABORTED'])

/**
 * The word an answer carries for an error of a conversation, the same from both probes. Time that runs out
 * before the connection is silence; after it, nothing is known. @throws Unseen as {@link stateOf}
 */
export function errorWord(error: Error, port: string, isConnected: boolean): string {
  const code = codeOf(error)
  if (code === 'ETIMEDOUT') return isConnected ? RAN_OUT : 'timeout'
  if (peers.has(code)) return code
  if (code.startsWith('HPE_')) return 'not http'
  if (/^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(code)) return 'TLS handshake failed'
  throw ours(error, port)
}
