import { hostCollector, word } from '../model/collector.ts'
import { list, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { type Address, addressesIn } from './addresses.ts'
import { isWithin } from './scan/addresses.ts'
import { type FilterRule, type FilterTable, tableOf } from './tunnel/iptables-save.ts'

/** The network namespace of the VPN container, as the kernel has it. */
export interface TunnelSpace {
  readonly addresses: readonly Address[]
  readonly routes: readonly SpaceRoute[]
  /** Filter tables of both families, of every backend that holds one. */
  readonly filters: readonly FilterTable[]
  /** Programs that answer for names inside. */
  readonly nameServers: readonly string[]
  /** Settings of the container that open or close the tunnel; absent ones are at their default. */
  readonly settings: Readonly<Record<string, string>>
}

export interface SpaceRoute {
  readonly family: 4 | 6
  /** Network, address or `default`. */
  readonly destination: string
  /** Absent for what is refused. */
  readonly device?: string
  /** `local`, `broadcast`, `unreachable` …; absent for a plain route. */
  readonly type?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    tunnelSpace: TunnelSpace
  }
}

/** Names of variables whose values are no secrets; no other value is asked for. */
const SETTINGS = [
  'FIREWALL',
  'FIREWALL_ENABLED_DISABLING_IT_SHOOTS_YOU_IN_YOUR_FOOT',
  'FIREWALL_OUTBOUND_SUBNETS',
  'EXTRA_SUBNETS',
  'FIREWALL_INPUT_PORTS',
  'HTTPPROXY',
  'SHADOWSOCKS',
  'VPN_TYPE',
]
const TEMPLATE = `{{range .Config.Env}}{{$k := index (split . "=") 0}}{{if eq $k ${SETTINGS.map((name) => `"${name}"`).join(' ')}}}setting {{.}}{{"\\n"}}{{end}}{{end}}`

/**
 * Addresses, routes and filters inside the namespace. The older backend of iptables is asked only where the
 * kernel has it already: asking would load it.
 *
 * @source nsenter(1), ip(8), iptables-save(8) of both backends, ss(8), docker-inspect(1), as root
 */
export const tunnelSpace = hostCollector('tunnelSpace', {
  where: ({ name }, { tunnel }) => tunnel?.host === name,
  timeoutSeconds: 40,
  command: (_host, { tunnel }) => {
    const c = word(tunnel?.container ?? '')
    const filters = (['ip', 'ip6'] as const).map(
      (ip) =>
        `printf '%s\\n' '-- filter nft ${ip}'; n ${ip}tables-nft-save -t filter || exit; if n grep -qsx filter /proc/net/${ip}_tables_names; then printf '%s\\n' '-- filter legacy ${ip}'; n ${ip}tables-legacy-save -t filter || exit; fi;`,
    )
    return [
      `docker inspect --type container --format '${TEMPLATE}' ${c} || exit; p=$(docker inspect --type container --format '{{.State.Pid}}' ${c}) || exit; [ "$p" != 0 ] || { echo '${c} does not run' >&2; exit 1; };`,
      `n() { nsenter -t "$p" -n "$@"; }; printf '%s\\n' '-- addr'; n ip -j addr || exit; printf '%s\\n' '-- route 4'; n ip -j route show table all || exit; printf '%s\\n' '-- route 6'; n ip -j -6 route show table all || exit;`,
      ...filters,
      `printf '%s\\n' '-- names'; n ss -H -lnup 'sport = :53' || exit; echo '-- end'`,
    ].join(' ')
  },
  parse: ({ stdout }, _host, { tunnel }): TunnelSpace => {
    const [head = '', ...parts] = stdout.split(/^-- /m)
    if (parts.pop() !== 'end\n')
      throw new Unseen('cut short', 'the look into the tunnel did not come to its end')
    const part = (title: string): string => {
      const found = parts.find((one) => one.startsWith(`${title}\n`))
      if (found === undefined) throw new Unseen('cut short', `the answer has no part "${title}"`)
      return found.slice(title.length + 1)
    }
    const filters = parts
      .map((one) => /^filter (nft|legacy) (ip6?)\n([\s\S]*)$/.exec(one))
      .filter((found) => found !== null)
      .map(([, backend, family, saved = '']) =>
        tableOf(saved, backend === 'legacy' ? 'legacy' : 'nft', family === 'ip6' ? 6 : 4),
      )
    part('filter nft ip')
    part('filter nft ip6')
    const addresses = addressesIn(part('addr'))
    const bridges = addresses
      .filter(({ device }) => device !== 'lo' && device !== tunnel?.device)
      .map(({ address, prefixLength }) => `${address}/${prefixLength}`)
    return {
      addresses,
      routes: [...routesIn(part('route 4'), 4), ...routesIn(part('route 6'), 6)],
      filters: filters.map((table) => ({
        ...table,
        rules: table.rules.map((rule) =>
          rule.destination === undefined
            ? rule
            : { ...rule, reach: reachOf(rule.destination, bridges, tunnel?.lanSubnets ?? []) },
        ),
      })),
      nameServers: [...part('names').matchAll(/\("([^"]*)",pid=/g)].map(([, name = '']) => name),
      settings: Object.fromEntries(
        [...head.matchAll(/^setting ([A-Z_]+)=(.*)$/gm)].map(([, key = '', value = '']) => [
          key,
          value,
        ]),
      ),
    }
  },
})

function reachOf(
  destination: string,
  bridges: readonly string[],
  lan: readonly string[],
): NonNullable<FilterRule['reach']> {
  const [base = '', bits] = destination.split('/')
  const isPart = (network: string) =>
    isWithin(base, [network]) && Number(bits) >= Number(network.split('/')[1])
  if (bridges.some(isPart)) return 'bridge'
  if (lan.some(isPart)) return 'lan'
  return Number(bits) === (base.includes(':') ? 128 : 32) ? 'one' : 'wide'
}

/** `ip -j` prints nothing at all where there is no route. */
const routesIn = (answer: string, family: 4 | 6): readonly SpaceRoute[] =>
  answer.trim() === ''
    ? []
    : list(parseJson(answer, 'ip route'), 'ip route').map((value) => {
        const row = object(value, 'a route')
        return {
          family,
          destination: text(row.dst, 'dst of a route'),
          ...(row.dev === undefined ? {} : { device: text(row.dev, 'dev of a route') }),
          ...(row.type === undefined ? {} : { type: text(row.type, 'type of a route') }),
        }
      })
