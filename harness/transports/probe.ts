import type { ProbeAnswer, ProbeRequest } from '../model/probe.ts'
import { ownAddresses } from './probe/addresses.ts'
import { resolveAll } from './probe/dns.ts'
import { getAll } from './probe/http.ts'
import { askGateway } from './probe/igd.ts'
import { look as looking, type ProbeOptions } from './probe/look.ts'
import { stopped } from './probe/pool.ts'
import { offeredMethods } from './probe/ssh-methods.ts'
import { scanTcp } from './probe/tcp.ts'
import { askUdp } from './probe/udp.ts'

export { type ProbeSettings, probeCommand } from './probe/command.ts'
export type { Endpoint, ProbeOptions, Route } from './probe/look.ts'
export { parseProbe } from './probe/parse.ts'

/**
 * Looks at the network from this machine. The few conversations come first and the scan last, so that
 * a scan of 65,535 ports does not make them late.
 *
 * @throws Unseen when any question could not be asked: a look with holes is none
 */
export async function probe(request: ProbeRequest, options: ProbeOptions): Promise<ProbeAnswer> {
  const { signal } = options
  const raised = Promise.withResolvers<never>()
  const stop = () => raised.reject(stopped(signal))
  signal.addEventListener('abort', stop)
  if (signal.aborted) stop()
  try {
    return await Promise.race([answer(request, options), raised.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

async function answer(request: ProbeRequest, options: ProbeOptions): Promise<ProbeAnswer> {
  const look = looking(options)
  const before = options.from ?? ownAddresses()
  const { igd: gateway } = request
  const [udp, http, ssh, dns, igd] = await Promise.all([
    askUdp(request.udp ?? [], look),
    getAll(request.http ?? [], look),
    offeredMethods(request.ssh ?? [], look),
    resolveAll(request.dns ?? [], look),
    gateway === undefined ? undefined : askGateway(gateway.gateway, look),
  ])
  const tcp = await scanTcp(request.tcp ?? [], look)
  const after = options.from ?? ownAddresses()
  const from = before.filter((address) => after.includes(address))
  return { from, tcp, udp, http, ssh, dns, ...(igd === undefined ? {} : { igd }) }
}
