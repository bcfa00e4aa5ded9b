import type { Output, VantageCollector } from '../model/collector.ts'
import type { Evidence } from '../model/fact.ts'
import type { Host, Vantage } from '../model/inventory.ts'
import type { ProbeAnswer, ProbeRequest } from '../model/probe.ts'
import type { Section } from '../model/target.ts'
import { parseProbe, probeCommand } from '../transports/probe.ts'
import type { Collecting } from './collect.ts'
import { answered, evidenceOf, type Keep, type Limit, observe } from './observe.ts'

/** A look that travels in a host's own session. */
export interface RemoteProbe {
  readonly vantage: Vantage
  readonly section: Section
  answer(output: Output | undefined, failure: unknown, keep: Keep): Promise<void>
}

interface Look {
  readonly vantage: Vantage
  readonly request: ProbeRequest
  readonly questions: readonly VantageCollector[]
}

/** What a probe takes at worst: every port silent, 512 at once, 1.5 s each; and a minute for the rest. */
const probeSeconds = ({ tcp = [] }: ProbeRequest): number => {
  const ports = tcp.reduce(
    (sum, { ports }) => sum + ports.reduce<number>((n, port) => n + widthOf(port), 0),
    0,
  )
  return Math.ceil(60 + (ports / 512) * 1.5 * 1.3)
}

const widthOf = (port: number | readonly [from: number, to: number]): number =>
  typeof port === 'number' ? 1 : port[1] - port[0] + 1

/** Asks the vantages that look by themselves; the others travel with their host, see {@link probeSections}. */
export function askVantages(collecting: Collecting, limit: Limit, keep: Keep): Promise<void>[] {
  const { target, signal, only } = collecting
  return target.inventory.vantages
    .filter((vantage) => target.looksFrom(vantage) === 'here' && (!only || only.has(vantage.name)))
    .flatMap((vantage) => lookOf(collecting, vantage))
    .map((look) =>
      limit(async () => {
        const start = performance.now()
        const deadline = AbortSignal.timeout(probeSeconds(look.request) * 1000)
        const [answer] = await Promise.allSettled([
          target.probe(look.vantage, look.request, AbortSignal.any([signal, deadline])),
        ])
        const tookMs = performance.now() - start
        await judgeLook(collecting, look, tookMs, keep, () => {
          if (answer.status === 'rejected') throw answer.reason
          return answer.value
        })
      }),
    )
}

/** The looks that this host makes for us. */
export function probeSections(collecting: Collecting, host: Host): readonly RemoteProbe[] {
  const { target } = collecting
  return target.inventory.vantages
    .filter((vantage) => vantage.from === host.name && target.looksFrom(vantage) === 'host')
    .flatMap((vantage) => lookOf(collecting, vantage))
    .map((look) => ({
      vantage: look.vantage,
      section: {
        name: `probe-${look.vantage.name}`,
        command: probeCommand(look.request, {}),
        timeoutSeconds: probeSeconds(look.request),
      },
      answer: (output, failure, keep) =>
        judgeLook(collecting, look, 0, keep, () => {
          if (failure) throw failure
          return parseProbe(answered(output, [0]).stdout, look.request)
        }),
    }))
}

/** All questions of a vantage as one request: a port is tried once, whoever asks. None where nobody asks. */
function lookOf({ target, collectors }: Collecting, vantage: Vantage): readonly Look[] {
  const asks = collectors
    .filter((c): c is VantageCollector => c.kind === 'vantage')
    .flatMap((question) => {
      const request = question.ask(vantage, target.inventory)
      return request ? [{ question, request }] : []
    })
  if (asks.length === 0) return []
  const request = merge(asks.map((ask) => ask.request))
  return [{ vantage, request, questions: asks.map(({ question }) => question) }]
}

function merge(requests: readonly ProbeRequest[]): ProbeRequest {
  const igd = requests.find((request) => request.igd)?.igd
  const distinct = <T>(pick: (request: ProbeRequest) => readonly T[] | undefined): T[] => [
    ...new Map(requests.flatMap((r) => pick(r) ?? []).map((x) => [JSON.stringify(x), x])).values(),
  ]
  return {
    tcp: distinct(({ tcp }) => tcp),
    udp: distinct(({ udp }) => udp),
    http: distinct(({ http }) => http),
    ssh: distinct(({ ssh }) => ssh),
    dns: distinct(({ dns }) => dns),
    ...(igd ? { igd } : {}),
  }
}

async function judgeLook(
  { target, redactor, onDone }: Collecting,
  { vantage, request, questions }: Look,
  tookMs: number,
  keep: Keep,
  answer: () => ProbeAnswer,
): Promise<void> {
  const asked = { source: `probe from ${vantage.name}`, ask: summary(request) }
  let unknown = 0
  for (const question of questions) {
    const evidence: Evidence[] = []
    const fact = await observe(asked, evidence, () => {
      const seen = answer()
      const text = redactor.redact(JSON.stringify(seen))
      const taken = { ...asked, takenAt: new Date().toISOString(), tookMs, text }
      evidence.push(evidenceOf(taken, target.reality(question.fact, vantage.name)))
      return question.parse(seen, vantage, target.inventory)
    })
    if (!fact.known) unknown++
    keep(`${question.fact}@${vantage.name}`, fact)
  }
  onDone?.(`vantage ${vantage.name}`, questions.length, unknown)
}

/** Addresses that are tried on the same ports are told together. */
const summary = ({
  tcp = [],
  udp = [],
  http = [],
  ssh = [],
  dns = [],
  igd,
}: ProbeRequest): string => {
  const byPorts = Map.groupBy(tcp, ({ ports }) =>
    ports.map((p) => (typeof p === 'number' ? p : p.join('-'))).join(),
  )
  return [
    ...[...byPorts].map(
      ([ports, tried]) => `tcp of ${tried.map(({ address }) => address).join(' ')}, ports ${ports}`,
    ),
    ...(udp.length ? [`${udp.length} udp payloads`] : []),
    ...http.map(({ url }) => `GET ${url}`),
    ...(ssh.length ? [`ssh methods of ${ssh.length} servers`] : []),
    ...(dns.length ? [`${dns.length} names`] : []),
    ...(igd ? [`port mapping at ${igd.gateway}`] : []),
  ].join('; ')
}
