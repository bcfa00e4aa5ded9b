import { vantageCollector } from '../model/collector.ts'
import type { Inventory, Vantage } from '../model/inventory.ts'
import { type ProbeAnswer, RAN_OUT } from '../model/probe.ts'
import { Unseen } from '../model/unseen.ts'
import { isPlace } from './scan/asks-of.ts'
import { scopeOf } from './scan/scope.ts'

/** What an SSH server offered to a stranger; without `methods`, nobody answered as one. */
export interface SshOffer {
  readonly host: string
  readonly address: string
  readonly port: number
  /** E.g. `['publickey']`. */
  readonly methods?: readonly string[]
  readonly error?: string
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    sshMethods: readonly SshOffer[]
  }
}

/**
 * Which ways to log in each host offers here. Only a user name is sent.
 *
 * @source the refusal of SSH's method `none` (RFC 4252), which lists what would do
 * @unknown a server greets, and its methods could not be asked for: no ssh(1) at the vantage, or no handshake
 */
export const sshMethods = vantageCollector('sshMethods', {
  ask: (vantage, inventory) => {
    const ssh = serversOf(vantage, inventory)
    return ssh.length > 0
      ? { ssh: ssh.map(({ address, port, user }) => ({ address, port, user })) }
      : undefined
  },
  parse: (answer, vantage, inventory) =>
    serversOf(vantage, inventory).flatMap(({ host, address, port }) =>
      answer.ssh
        .filter((one) => one.address === address && one.port === port)
        .slice(0, 1)
        .map((one) => ({ host, address, port, ...heard(one, `${host} at ${address}`) })),
    ),
})

/** Who greets as an SSH server offers something: when it is not known what, nothing may be made of it. */
function heard({ banner, methods, error }: ProbeAnswer['ssh'][number], who: string) {
  if (methods === undefined && error === RAN_OUT)
    throw new Unseen('timed out', `whoever listens for SSH at ${who}: ${RAN_OUT}`)
  if (banner !== undefined && methods === undefined)
    throw new Unseen(
      'not understood',
      `the SSH server of ${who} answers, but its methods were not told: ${error ?? 'no reason given'}`,
    )
  return { ...(methods ? { methods } : {}), ...(error === undefined ? {} : { error }) }
}

function serversOf(vantage: Vantage, inventory: Inventory) {
  if (!isPlace(vantage, inventory)) return []
  return scopeOf(vantage, inventory).flatMap(({ host, address }) => {
    const found = inventory.hosts.find(({ name }) => name === host)
    return found ? [{ host: found.name, address, port: found.ssh.port, user: found.ssh.user }] : []
  })
}
