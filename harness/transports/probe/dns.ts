import { Resolver } from 'node:dns/promises'
import type { ProbeAnswer, ProbeRequest } from '../../model/probe.ts'
import { codeOf } from './errno.ts'
import type { Look } from './look.ts'
import { each } from './pool.ts'

type DnsAsk = NonNullable<ProbeRequest['dns']>[number]
type DnsAnswer = ProbeAnswer['dns'][number]

/**
 * Resolves names. No values without `error` means that the resolver said there are none; with `error`, that nobody said anything.
 *
 * @throws what is no answer of a resolver
 */
export async function resolveAll(
  asks: readonly DnsAsk[],
  look: Look,
): Promise<readonly DnsAnswer[]> {
  if (asks.length === 0) return []
  const resolver = new Resolver({ timeout: Math.floor(look.replyTimeoutMs / 2), tries: 2 })
  if (look.dnsServers !== undefined) resolver.setServers(look.dnsServers)
  return each(asks, 16, look.signal, async ({ name, type }) => {
    try {
      return { name, type, values: (await valuesOf(resolver, { name, type })).toSorted() }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return { name, type, values: [], ...refusal(codeOf(error)) }
    }
  })
}

function valuesOf(resolver: Resolver, { name, type }: DnsAsk): Promise<readonly string[]> {
  if (type === 'A') return resolver.resolve4(name)
  return type === 'AAAA' ? resolver.resolve6(name) : resolver.resolveCname(name)
}

/** The code of a failure, or nothing when the failure is the answer "there is none". */
function refusal(code: string): { error?: string } {
  return code === 'ENOTFOUND' || code === 'ENODATA' ? {} : { error: code }
}
