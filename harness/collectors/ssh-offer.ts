import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What the running sshd would take as proof of who somebody is. */
export interface SshOffer {
  readonly address: string
  readonly port: number
  /** E.g. `['publickey']`; `['none']` when it asked for nothing and let us in. */
  readonly methods: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Asked by the host of itself: it answers also where no vantage may call. */
    sshOffer: SshOffer
  }
}

const REFUSED = 'Permission denied \\('
const LET_IN = 'let in without proof'

/** The host's own keys, as the only ones that its daemon may show. Needs OpenSSH 8.5. */
const OWN_KEYS = 'KnownHostsCommand=/bin/sh -c \\"sed s/^/*\\\\ / /etc/ssh/ssh_host_*_key.pub\\"'

/**
 * The ways to log in that the running daemon offers, whatever its configuration file has become since.
 * Only a user name is sent, to the host itself, under the keys that it holds.
 *
 * @source the refusal of SSH's method `none` (RFC 4252), by ssh(1)
 * @unknown no ssh(1) of 8.5 or later on the host · the daemon does not answer there
 */
export const sshOffer = hostCollector('sshOffer', {
  command: ({ ssh, address, tailnetAddress }) => {
    const at = addressOf(ssh.over, address, tailnetAddress)
    return `command -v ssh >/dev/null || exit 127; ssh -F /dev/null -o BatchMode=yes -o PreferredAuthentications=none -o StrictHostKeyChecking=yes -o GlobalKnownHostsFile=/dev/null -o UserKnownHostsFile=/dev/null -o "${OWN_KEYS}" -o LogLevel=ERROR -o ConnectTimeout=5 -p ${ssh.port} ${word(ssh.user)}@${word(at)} echo ${LET_IN} 2>&1 | grep -E '${REFUSED}|^${LET_IN}$'`
  },
  parse: ({ stdout }, { ssh, address, tailnetAddress }): SshOffer => {
    const at = { address: addressOf(ssh.over, address, tailnetAddress), port: ssh.port }
    if (stdout.trim() === LET_IN) return { ...at, methods: ['none'] }
    const methods = /Permission denied \(([a-z-]+(?:,[a-z-]+)*)\)\.?\s*$/.exec(stdout)?.[1]
    if (methods === undefined)
      throw new Unseen('not understood', 'ssh printed neither a refusal nor that it was let in')
    return { ...at, methods: methods.split(',') }
  },
})

const addressOf = (over: string | undefined, own: string, tailnet: string | undefined): string =>
  over === 'tailnet' && tailnet !== undefined ? tailnet : own
