import { isIP } from 'node:net'
import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { isWithin } from './scan/addresses.ts'
import { ASK_NAME, FETCH } from './tunnel/perl.ts'

/** How one container that belongs behind the tunnel reaches the internet, as seen from inside its network namespace. */
export interface TunnelMember {
  readonly container: string
  /** False when it does not run, or is not there; nothing else is known then. */
  readonly isRunning: boolean
  /** Device that a packet to a public address leaves by; absent when the kernel has no way. */
  readonly via4?: string
  readonly via6?: string
  readonly nameServers: readonly NameServer[]
  readonly egress: readonly Egress[]
  /** Connections that the machine passes on from the namespace's own addresses outside the tunnel. */
  readonly flows: readonly Flow[]
}

/** A server of its resolv.conf. */
export interface NameServer {
  readonly address: string
  /** Device that a question to it leaves by; absent when there is no way. */
  readonly device?: string
  /** What it made of a name that nobody can have in a cache. */
  readonly hasAnswered: boolean
}

/** As which address somebody on the internet sees us. */
export interface Egress {
  readonly family: 4 | 6
  /** Absent when no answer came; `error` then says why. */
  readonly address?: string
  readonly error?: string
}

export interface Flow {
  readonly protocol: string
  readonly destination: string
  readonly port: number
  /** Whether it goes to a network that the namespace may reach beside the tunnel. */
  readonly isToLan: boolean
}

export interface TunnelMembers {
  /** As which address the machine itself is seen: what a leak would show. */
  readonly machine: readonly Egress[]
  readonly members: readonly TunnelMember[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tunnelMembers: TunnelMembers
  }
}

const PUBLIC = { v4: '1.1.1.1', v6: '2606:4700:4700::1111' }
const FLOWS =
  'BEGIN{n=split(w,x," ");for(i=1;i<=n;i++)own[x[i]]=1}{s="";d="";p="0";for(i=1;i<=NF;i++){if(s==""&&$i~/^src=/)s=substr($i,5);else if(d==""&&$i~/^dst=/)d=substr($i,5);else if(p=="0"&&$i~/^dport=/)p=substr($i,7)}if(s in own)print "flow",$3,d,p}'

/**
 * A name nobody has asked for is resolved, and the caller's address is asked for, inside each namespace; then
 * the kernel's table of connections tells what came out of it.
 *
 * @source nsenter(1), ip-route(8) get, resolv.conf(5) of the container, /proc/net/nf_conntrack, as root
 */
export const tunnelMembers = hostCollector('tunnelMembers', {
  where: ({ name }, { tunnel }) => tunnel?.host === name,
  timeoutSeconds: 120,
  command: (_host, inventory) => {
    const { container, members, echo } = tunnelOf(inventory)
    const names = [container, ...members].map(word).join(' ')
    const target = `${word(echo.name)} ${word(echo.ipv4)},80,/ ${word(echo.ipv6)},80,/`
    const get = (route: string, address: string) =>
      `r=$(nsenter -t "$p" -n ip -j ${route} ${address} 2>/dev/null); case $? in 0) printf '%s' "$r" | tr -d '\\n'; echo;; 2) echo none;; *) exit 1;; esac`
    return [
      `[ -r /proc/net/nf_conntrack ] || { echo 'nf_conntrack: not found' >&2; exit 127; }; echo machine; perl -e '${FETCH}' ${target} || exit;`,
      `for c in ${names}; do p=$(docker inspect --type container --format '{{.State.Pid}}' "$c" 2>/dev/null) || p=0; echo "member $c $p"; [ "$p" != 0 ] || continue;`,
      `printf 'via4 '; ${get('route get', PUBLIC.v4)}; printf 'via6 '; ${get('-6 route get', PUBLIC.v6)};`,
      `n=$(od -An -N6 -tx1 /dev/urandom | tr -d ' \\n'); s=$(sed -nE 's/^nameserver +([0-9a-fA-F.:]+).*/\\1/p' "/proc/$p/root/etc/resolv.conf") || exit;`,
      `for a in $s; do printf 'server %s ' "$a"; ${get('route get', '"$a"')}; nsenter -t "$p" -n perl -e '${ASK_NAME}' "$a" "$n.${word(echo.name)}" || exit; done;`,
      `nsenter -t "$p" -n perl -e '${FETCH}' ${target} || exit;`,
      `w=$(nsenter -t "$p" -n ip -o addr show scope global | sed -nE 's,.* inet6? ([0-9a-f.:]+)/.*,\\1,p' | tr '\\n' ' ') || exit; awk -v w="$w" '${FLOWS}' /proc/net/nf_conntrack || exit; done; echo asked`,
    ].join(' ')
  },
  parse: ({ stdout }, _host, inventory): TunnelMembers => {
    const [machine = '', ...blocks] = stdout.split(/^(?=member )/m)
    const { container, members, lanSubnets = [] } = tunnelOf(inventory)
    if (!stdout.endsWith('\nasked\n') || !machine.startsWith('machine\n'))
      throw new Unseen('cut short', 'the look through the tunnel did not come to its end')
    const found = blocks.map((block) => memberOf(block.replace(/asked\n$/, ''), lanSubnets))
    const isWhole = [container, ...members].every((name, i) => found[i]?.container === name)
    if (!isWhole) throw new Unseen('cut short', 'a member of the tunnel was not looked at')
    return { machine: egressIn(machine.split('\n')), members: found }
  },
})

function tunnelOf({ tunnel }: Inventory): NonNullable<Inventory['tunnel']> {
  if (!tunnel) throw new Unseen('not asked', 'the inventory has no tunnel')
  return tunnel
}

function memberOf(block: string, lan: readonly string[]): TunnelMember {
  const [head = '', ...lines] = block.trimEnd().split('\n')
  const [, container, pid] = /^member (\S+) (\d+)$/.exec(head) ?? []
  if (!container || !pid) throw new Unseen('not understood', 'a member of the tunnel has no name')
  if (pid === '0') return { container, isRunning: false, nameServers: [], egress: [], flows: [] }
  const via4 = deviceIn(one(lines, 'via4'))
  const via6 = deviceIn(one(lines, 'via6'))
  return {
    container,
    isRunning: true,
    ...(via4 ? { via4 } : {}),
    ...(via6 ? { via6 } : {}),
    nameServers: serversIn(lines),
    egress: egressIn(lines),
    flows: lines.filter((line) => line.startsWith('flow ')).map((line) => flowOf(line, lan)),
  }
}

function one(lines: readonly string[], key: string): string {
  const found = lines.find((line) => line.startsWith(`${key} `))
  if (found === undefined) throw new Unseen('cut short', `a member of the tunnel has no ${key}`)
  return found.slice(key.length + 1)
}

/** The device of `ip -j route get`; undefined when the kernel has no way there, or refuses. */
function deviceIn(answer: string): string | undefined {
  if (answer === 'none') return undefined
  const [route] = list(parseJson(answer, 'ip route get'), 'ip route get')
  return text(object(route, 'a route').dev, 'dev of a route')
}

function serversIn(lines: readonly string[]): readonly NameServer[] {
  return lines.flatMap((line, i) => {
    const [, address, route] = /^server (\S+) (.+)$/.exec(line) ?? []
    if (!address || !route) return []
    const answer = lines[i + 1] ?? ''
    if (!/^(rcode \d+|timeout|error .*)$/.test(answer))
      throw new Unseen('cut short', `nobody noted what ${address} made of a name`)
    const device = deviceIn(route)
    return [{ address, ...(device ? { device } : {}), hasAnswered: /^rcode [03]$/.test(answer) }]
  })
}

function egressIn(lines: readonly string[]): readonly Egress[] {
  const found = lines.flatMap((line): readonly Egress[] => {
    const [, asked, status, body] = /^([0-9a-fA-F.:]+) \/ (\d+|error) (.*)$/.exec(line) ?? []
    if (!asked || body === undefined) return []
    const family: 4 | 6 = asked.includes(':') ? 6 : 4
    const address = body.trim()
    if (status === 'error') return [{ family, error: body }]
    return isIP(address) !== 0 && status === '200'
      ? [{ family, address }]
      : [{ family, error: `status ${status}, and no address` }]
  })
  if (found.length !== 2) throw new Unseen('cut short', 'the caller’s address was not asked for')
  return found
}

function flowOf(line: string, lan: readonly string[]): Flow {
  const [, protocol = '', to, port] = line.split(' ')
  const destination = text(to, 'destination of a flow')
  return {
    protocol,
    destination,
    port: number(port, 'port of a flow'),
    isToLan: isWithin(destination, lan),
  }
}
