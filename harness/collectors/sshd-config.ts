import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'

/** What sshd would grant one user who comes from one address, `Match` blocks applied. */
export interface SshdConfig {
  readonly user: string
  readonly from: string
  /** Address of the host that is called. */
  readonly to: string
  readonly takesPasswords: boolean
  /** Keyboard-interactive: passwords by another name, where PAM is used. */
  readonly takesAnswers: boolean
  readonly takesEmptyPasswords: boolean
  readonly trustsHosts: boolean
  /** `no`, `prohibit-password`, `without-password`, `forced-commands-only` or `yes`. */
  readonly permitRootLogin: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** For every account that has a shell, from every side. */
    sshdConfig: readonly SshdConfig[]
  }
}

const KEPT =
  'passwordauthentication|kbdinteractiveauthentication|challengeresponseauthentication|permitemptypasswords|hostbasedauthentication|permitrootlogin'

/**
 * The configuration as sshd understands it, for each account with a shell, from loopback, the LAN, the
 * tailnet and the internet. What the daemon has loaded may be older: see `sshOffer`.
 *
 * @source sshd(8) -T -C, OpenSSH 7.8 or later, as root
 * @unknown sshd missing · not root · a `Match` on a user, host or address that -C was not told
 */
export const sshdConfig = hostCollector('sshdConfig', {
  command: (host, inventory) => {
    const from = sides(host, inventory).map(word).join(' ')
    const to = [host.address, host.tailnetAddress].filter((one) => one !== undefined)
    return `w=$(getent passwd) || exit; for u in $(printf '%s\\n' "$w" | grep -vE ':[^:]*/(nologin|false|sync)$' | cut -d: -f1); do for a in ${from}; do for l in ${to.map(word).join(' ')}; do o=$(/usr/sbin/sshd -T -C "user=$u,host=$a,addr=$a,laddr=$l,lport=${host.ssh.port}") || exit; echo "for $u $a $l"; printf '%s\\n' "$o" | grep -E '^(${KEPT}) '; done; done; done`
  },
  parse: ({ stdout }): readonly SshdConfig[] => {
    const blocks = stdout.split(/^for /m).slice(1)
    if (blocks.length === 0)
      throw new Unseen('not understood', 'no account of this host has a shell: nothing was asked')
    return blocks.map(configOf)
  },
})

/** One address of each kind that a `Match` could tell apart. */
function sides({ address }: Host, { hosts, vantages, network }: Inventory): readonly string[] {
  const places = vantages.map(({ from }) => hosts.find(({ name }) => name === from)?.address)
  const known = places.filter((one) => one !== undefined)
  return [...new Set(['127.0.0.1', address, ...known, ...(network ? network.wanIpv4 : [])])]
}

function configOf(block: string): SshdConfig {
  const [head = '', ...lines] = block.trim().split('\n')
  const [user = '', from = '', to = ''] = head.split(' ')
  const values = new Map(lines.map((line) => [line.split(' ')[0] ?? '', line.replace(/^\S+ /, '')]))
  const value = (...names: readonly string[]): string => {
    const found = names.map((name) => values.get(name)).find((one) => one !== undefined)
    if (found === undefined)
      throw new Unseen('not understood', `sshd -T names no ${names[0]} for ${user} from ${from}`)
    return found
  }
  const yes = (...names: readonly string[]) => value(...names) !== 'no'
  return {
    user,
    from,
    to,
    takesPasswords: yes('passwordauthentication'),
    takesAnswers: yes('kbdinteractiveauthentication', 'challengeresponseauthentication'),
    takesEmptyPasswords: yes('permitemptypasswords'),
    trustsHosts: yes('hostbasedauthentication'),
    permitRootLogin: value('permitrootlogin'),
  }
}
