import { hostCollector, word } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { isInVlan } from './scan/lookers.ts'

/** What one server said of one name, asked from here. */
export interface NameAnswer {
  /** Address of the server. */
  readonly server: string
  readonly name: string
  readonly type: 'A' | 'AAAA' | 'HTTPS'
  readonly over: 'udp' | 'tcp'
  /** `NOERROR`, `NXDOMAIN`, `REFUSED` …; absent when it gave no answer. */
  readonly status?: string
  readonly values: readonly string[]
  readonly tookMs?: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    nameAnswers: readonly NameAnswer[]
  }
}

const serversOf = ({ dns, hosts }: Inventory): readonly string[] =>
  (dns?.servers ?? []).flatMap((name) =>
    hosts.filter((it) => it.name === name).map(({ address }) => address),
  )

/**
 * Names of the lab, one that is blocked and one that is not, asked of each server by name; and of a foreign one.
 *
 * @source dig(1) of bind9-dnsutils, which asks no other resolver and keeps no answer
 */
export const nameAnswers = hostCollector('nameAnswers', {
  where: (host, inventory) =>
    inventory.dns !== undefined &&
    (isInVlan(host, inventory) || (inventory.segments === undefined && host.role === 'compute')),
  timeoutSeconds: 90,
  command: (_, inventory) => {
    const { local = {}, blocked = '', control = '', foreign = '' } = inventory.dns ?? {}
    const asks = [
      ...serversOf(inventory).flatMap((server) => [
        ...Object.keys(local).map((name) => [server, name, 'A', 'udp']),
        ...['A', 'AAAA', 'HTTPS'].map((type) => [server, blocked, type, 'udp']),
        [server, blocked, 'A', 'tcp'],
        [server, control, 'A', 'udp'],
      ]),
      [foreign, blocked, 'A', 'udp'],
      [foreign, blocked, 'A', 'tcp'],
    ]
    const calls = asks.map((ask) => `q ${ask.map((one) => word(one)).join(' ')};`)
    return `command -v dig >/dev/null || exit 127; q() { o=; [ "$4" = udp ] || o=+tcp; echo "ask $1 $2 $3 $4"; dig "@$1" "$2" "$3" +time=2 +tries=1 +noall +comments +answer +stats $o | sed -nE "s/.*status: ([A-Z]+).*/status \\1/p; s/^;; Query time: ([0-9]+) msec.*/ms \\1/p; s/^[^;[:space:]]+[[:space:]]+[0-9]+[[:space:]]+IN[[:space:]]+(A|AAAA|HTTPS|CNAME)[[:space:]]+(.*)/value \\2/p"; }; ${calls.join(' ')} echo asked`
  },
  parse: ({ stdout }): readonly NameAnswer[] => {
    const text = stdout.trimEnd()
    if (!text.endsWith('\nasked')) throw new Unseen('cut short', 'not every name was asked for')
    return text
      .slice(0, -'\nasked'.length)
      .split(/\n(?=ask )/)
      .map((block) => answerOf(block.split('\n')))
  },
})

function answerOf([head = '', ...lines]: readonly string[]): NameAnswer {
  const [, server, name, type, over] = /^ask (\S+) (\S+) (A|AAAA|HTTPS) (udp|tcp)$/.exec(head) ?? []
  if (!server || !name)
    throw new Unseen('not understood', 'an answer about a name has another form')
  const after = (mark: string) =>
    lines.filter((line) => line.startsWith(`${mark} `)).map((line) => line.slice(mark.length + 1))
  const [status] = after('status')
  const [ms] = after('ms')
  return {
    server,
    name,
    type: type as NameAnswer['type'],
    over: over as NameAnswer['over'],
    ...(status === undefined ? {} : { status }),
    values: after('value'),
    ...(ms === undefined ? {} : { tookMs: Number(ms) }),
  }
}
