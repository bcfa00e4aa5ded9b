import { object } from '../../model/parse.ts'
import type { Expression } from './ruleset.ts'

/** What is known of the packets that can still match: they come from the internet, and begin a connection unless `only` says more. */
export interface Packets {
  readonly family: 4 | 6
  readonly wan: readonly string[]
  readonly only?: Only
  readonly protocol?: string
  readonly ports?: readonly number[]
  /** Whether every packet from the internet of this family is still among them. */
  readonly isAll: boolean
  /** Whether a condition stands in the way that nft cannot print. */
  readonly isOpaque: boolean
}

/** Traffic that is no way in: answers, error messages, upkeep of the line, and what another rule has forwarded. */
export type Only = 'established' | 'icmp' | 'dhcp' | 'igmp' | 'dnat'

const FAMILY: Readonly<Record<string, 4 | 6>> = {
  ipv4: 4,
  ip: 4,
  icmp: 4,
  ipv6: 6,
  ip6: 6,
  icmpv6: 6,
}
const ICMP = ['icmp', 'ipv6-icmp', 'icmpv6', '1', '58']
const ANSWERS = ['established', 'related']

/** The packets that are left when a match is met; undefined when none of them can meet it. */
export function narrowed(packets: Packets, match: Expression): Packets | undefined {
  const { op, left, right } = match
  const of = object(left, 'left side of a match')
  // `>` and its like are met by more than the value that they name.
  const values = op === '==' || op === '!=' || op === 'in' ? valuesOf(right) : undefined
  const isNot = op === '!='
  const rest: Packets = { ...packets, isAll: false }
  if (of.meta !== undefined) return byMeta(packets, object(of.meta, 'meta').key, values, isNot)
  if (of.ct !== undefined && !isNot)
    return { ...rest, ...only(packets, byTracking(object(of.ct, 'ct').key, values)) }
  if (of.payload !== undefined && !isNot)
    return byPayload(rest, object(of.payload, 'payload'), values)
  if (Array.isArray(of.concat) && !isNot) return byFirst(rest, of.concat[0])
  return rest
}

function byMeta(
  packets: Packets,
  key: unknown,
  values: readonly string[] | undefined,
  isNot: boolean,
): Packets | undefined {
  const rest: Packets = { ...packets, isAll: false }
  if (!values) return rest
  if (key === 'iifname' || key === 'iif') {
    const hits = packets.wan.filter((name) => values.some((one) => isNamed(name, one)) !== isNot)
    if (hits.length === 0) return undefined
    return hits.length === packets.wan.length ? packets : rest
  }
  if (key === 'nfproto') {
    const isMine = values.some((one) => FAMILY[one] === packets.family) !== isNot
    return isMine ? packets : undefined
  }
  if (key === 'l4proto' && !isNot) return { ...rest, ...protocolOf(rest, values) }
  return rest
}

function byTracking(key: unknown, values: readonly string[] | undefined): Only | undefined {
  if (!values) return undefined
  if (key === 'state' && values.every((one) => ANSWERS.includes(one))) return 'established'
  if (key === 'status' && values.every((one) => one === 'dnat')) return 'dnat'
  return undefined
}

function byPayload(
  rest: Packets,
  { protocol, field }: Expression,
  values: readonly string[] | undefined,
): Packets | undefined {
  const family = FAMILY[String(protocol)]
  if (family !== undefined && family !== rest.family) return undefined
  if (protocol === 'icmp' || protocol === 'icmpv6') return { ...rest, ...only(rest, 'icmp') }
  if (!values) return rest
  if (field === 'protocol' || field === 'nexthdr') return { ...rest, ...protocolOf(rest, values) }
  if (field === 'dport') {
    const isDhcp = protocol === 'udp' && values.every((one) => one === '68' || one === '546')
    const ports = values.map(Number)
    const dhcp = only(rest, isDhcp ? 'dhcp' : undefined)
    return {
      ...rest,
      ...dhcp,
      protocol: String(protocol),
      ...(ports.every(Number.isInteger) ? { ports } : {}),
    }
  }
  return rest
}

/** Of several fields compared at once, the first says which protocol it is. */
function byFirst(rest: Packets, part: unknown): Packets | undefined {
  const { payload } = object(part, 'part of a concatenation')
  return payload === undefined ? rest : byPayload(rest, object(payload, 'payload'), undefined)
}

function protocolOf(rest: Packets, values: readonly string[]): Partial<Packets> {
  if (values.every((one) => ICMP.includes(one))) return only(rest, 'icmp')
  if (values.every((one) => one === 'igmp' || one === '2')) return only(rest, 'igmp')
  return values.length === 1 && values[0] !== undefined ? { protocol: values[0] } : {}
}

const only = (packets: Packets, found: Only | undefined): Partial<Packets> =>
  found === undefined || packets.only !== undefined ? {} : { only: found }

/** The values of a right side as text; undefined when they stand elsewhere (a named set) or are no plain values. */
function valuesOf(right: unknown): readonly string[] | undefined {
  if (typeof right === 'number') return [String(right)]
  if (typeof right === 'string') return right.startsWith('@') ? undefined : [right]
  if (Array.isArray(right)) return gathered(right)
  if (typeof right !== 'object' || right === null) return undefined
  if ('set' in right && Array.isArray(right.set)) return gathered(right.set)
  return undefined
}

function gathered(values: readonly unknown[]): readonly string[] | undefined {
  const found = values.map(valuesOf)
  return found.every((one) => one !== undefined) ? found.flat() : undefined
}

/** nft's only wildcard is a `*` at the end. */
const isNamed = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
