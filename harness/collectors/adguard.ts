import { hostCollector, word } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { parseYaml } from '../transports/yaml.ts'

/** AdGuard Home on one host: its settings in force, its lists, and what its log shows. */
export interface Adguard {
  readonly isProtecting: boolean
  /** Until when protection pauses; absent when it does not. */
  readonly pausedUntil?: string
  readonly isFiltering: boolean
  readonly addresses: readonly string[]
  readonly port: number
  readonly upstreams: readonly string[]
  /** Names that it answers itself, with what. */
  readonly rewrites: readonly { readonly name: string; readonly answer: string }[]
  /** Rules by hand. */
  readonly rules: readonly string[]
  readonly usesPrivateReverse: boolean
  readonly lists: readonly BlockList[]
  readonly log: QueryLog
}

export interface BlockList {
  readonly id: number
  readonly isEnabled: boolean
  /** Of its file; 0 when there is none. */
  readonly bytes: number
  readonly updatedAt?: string
}

/** Counts of the queries of today and the day before, as they are kept; no name but those asked about. */
export interface QueryLog {
  readonly isKept: boolean
  /** Clients that asked, by address. */
  readonly clients: readonly string[]
  /** Queries for names of the lab's own suffix, and those of them that an upstream was asked about. */
  readonly internal: number
  readonly forwarded: number
  /** Clients whose query for the blocked name was filtered by a list. */
  readonly filteredFor: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    adguard: Adguard
  }
}

const SECTIONS = 'dns|filtering|filters|user_rules|querylog'

/**
 * Its own file, to which it writes every change at once, without accounts and keys; files of its lists; counts
 * of its query log.
 *
 * @source AdGuardHome.yaml, data/filters, data/querylog.json of AdGuard Home 0.107, as root
 */
export const adguard = hostCollector('adguard', {
  where: ({ name }, { dns }) => dns?.product === 'adguard' && dns.servers.includes(name),
  command: (_, { dns }) => {
    const [first = ''] = Object.keys(dns?.local ?? {})
    const suffix = word(first.slice(first.lastIndexOf('.') + 1))
    const blocked = word(dns?.blocked ?? '')
    return `e=$(readlink "/proc/$(pidof -s AdGuardHome)/exe") || { echo "AdGuardHome: not found" >&2; exit 127; }; cd "\${e%/*}" || exit; awk '/^[a-z_]+:/ { k = ($1 ~ /^(${SECTIONS}):$/) || ($0 ~ /^user_rules: \\[\\]/) } k' AdGuardHome.yaml || exit; echo "@@"; for f in data/filters/*.txt; do [ ! -e "$f" ] || stat -c "list %s %Y %n" "$f" || exit; done; q() { cat data/querylog.json.1 data/querylog.json 2>/dev/null; }; if [ -e data/querylog.json ]; then echo kept; q | grep -oE '"IP":"[^"]+"' | sort -u | sed 's/"IP":"/client /; s/"$//'; n=$(q | grep -cE '"QH":"[^"]*\\.${suffix}"'); echo "internal $n"; n=$(q | grep -E '"QH":"[^"]*\\.${suffix}"' | grep -cE '"Upstream":"[^"]'); echo "forwarded $n"; q | grep -F '"QH":"${blocked}"' | grep -E '"Reason":3[,}]' | grep -oE '"IP":"[^"]+"' | sort -u | sed 's/"IP":"/filtered /; s/"$//'; fi; echo read`
  },
  parse: ({ stdout }): Adguard => {
    const [yaml = '', rest] = stdout.split(/^@@\n/m)
    const lines = rest?.trimEnd().split('\n')
    if (lines?.pop() !== 'read')
      throw new Unseen('cut short', 'AdGuard Home was not read to its end')
    const all = object(parseYaml(yaml, 'AdGuardHome.yaml'), 'AdGuardHome.yaml')
    const dns = object(all.dns, 'dns')
    const filtering = object(all.filtering, 'filtering')
    const paused = filtering.protection_disabled_until
    const files = lines.flatMap(fileOf)
    return {
      isProtecting: yes(filtering.protection_enabled, 'protection_enabled'),
      ...(paused === null || paused === undefined
        ? {}
        : { pausedUntil: new Date(String(paused)).toISOString() }),
      isFiltering: yes(filtering.filtering_enabled, 'filtering_enabled'),
      addresses: texts(dns.bind_hosts, 'bind_hosts'),
      port: number(dns.port, 'port'),
      upstreams: texts(dns.upstream_dns, 'upstream_dns'),
      rewrites: list(filtering.rewrites, 'rewrites').map((value) => {
        const one = object(value, 'a rewrite')
        return { name: text(one.domain, 'domain'), answer: text(one.answer, 'answer') }
      }),
      rules: texts(all.user_rules, 'user_rules'),
      usesPrivateReverse: yes(dns.use_private_ptr_resolvers, 'use_private_ptr_resolvers'),
      lists: list(all.filters, 'filters').map((value) => {
        const one = object(value, 'a list')
        const id = number(one.id, 'id of a list')
        const file = files.find((it) => it.id === id)
        return {
          id,
          isEnabled: yes(one.enabled, `enabled of list ${id}`),
          bytes: file?.bytes ?? 0,
          ...(file ? { updatedAt: file.updatedAt } : {}),
        }
      }),
      log: logOf(lines),
    }
  },
})

function logOf(lines: readonly string[]): QueryLog {
  const after = (mark: string) =>
    lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1))
  const isKept = lines.includes('kept')
  const count = (mark: string) => (isKept ? number(after(mark)[0], `count of ${mark}`) : 0)
  return {
    isKept,
    clients: after('client'),
    internal: count('internal'),
    forwarded: count('forwarded'),
    filteredFor: after('filtered'),
  }
}

function fileOf(line: string) {
  const [, bytes, at, id] = /^list (\d+) (\d+) data\/filters\/(\d+)\.txt$/.exec(line) ?? []
  return id === undefined
    ? []
    : [
        {
          id: Number(id),
          bytes: Number(bytes),
          updatedAt: new Date(Number(at) * 1000).toISOString(),
        },
      ]
}

const texts = (value: unknown, what: string): readonly string[] =>
  list(value, what).map((one) => text(one, what))

function yes(value: unknown, what: string): boolean {
  if (typeof value !== 'boolean')
    throw new Unseen('not understood', `${what} is neither yes nor no`)
  return value
}
