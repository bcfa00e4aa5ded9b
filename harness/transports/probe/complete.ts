import type { ProbeAnswer, ProbeRequest, TcpAnswer } from '../../model/probe.ts'
import { Unseen } from '../../model/unseen.ts'
import { portsOf, type TcpAsk } from './ports.ts'

/**
 * Holds an answer to its request: every question answered, in order, every port counted once. A scan
 * that lost a host on the way would otherwise read as a host with nothing open.
 *
 * @throws Unseen 'not understood'
 */
export function checkAgainst(request: ProbeRequest, answer: ProbeAnswer): void {
  const { tcp = [], udp = [], http = [], ssh = [], dns = [] } = request
  same('tcp', tcp, answer.tcp, ['address'])
  same('udp', udp, answer.udp, ['address', 'port'])
  same('http', http, answer.http, ['id'])
  same('ssh', ssh, answer.ssh, ['address', 'port'])
  same('dns', dns, answer.dns, ['name', 'type'])
  if ((request.igd === undefined) !== (answer.igd === undefined)) throw strange('igd')
  for (const [index, ask] of tcp.entries()) checkPorts(ask, answer.tcp[index])
}

/** Compares the members that name a question. */
function same<Name extends string>(
  kind: string,
  asks: readonly Readonly<Record<Name, unknown>>[],
  answers: readonly Readonly<Record<Name, unknown>>[],
  names: readonly Name[],
) {
  const key = (one: Readonly<Record<Name, unknown>>) => names.map((name) => one[name]).join(' ')
  if (asks.map(key).join('\n') !== answers.map(key).join('\n')) throw strange(kind)
}

function checkPorts(ask: TcpAsk, answer: TcpAnswer | undefined) {
  const asked = new Set(portsOf(ask))
  const open = new Set(answer?.open)
  const counted =
    answer && answer.open.length + answer.refused + answer.filtered + answer.unreachable
  if (
    counted !== asked.size ||
    open.size !== answer?.open.length ||
    [...open].some((port) => !asked.has(port))
  )
    throw strange(`tcp ${ask.address}`)
}

function strange(kind: string): Unseen {
  return new Unseen(
    'not understood',
    `the probe's answer about ${kind} does not cover exactly what it was asked`,
  )
}
