import { flag, list, object, parseJson, text } from '../../model/parse.ts'
import type { HttpAnswer, ProbeAnswer, ProbeRequest, TcpAnswer } from '../../model/probe.ts'
import { type Reason, Unseen } from '../../model/unseen.ts'
import { checkAgainst } from './complete.ts'
import { counting, isoTime, members, oneOf, optional, texts } from './members.ts'

const reasons: readonly Reason[] = ['cut short', 'tool absent', 'not asked', 'unreachable']

/**
 * The answer of the Python probe to a request.
 *
 * @throws Unseen with the probe's own reason when it could not look · 'not understood' for anything but a whole answer to exactly this request
 */
export function parseProbe(stdout: string, request: ProbeRequest): ProbeAnswer {
  const said = object(parseJson(stdout, 'the probe'), "the probe's answer")
  if ('unseen' in said) throw unseen(said.unseen)
  const of = members(said, 'the answer', ['from', 'tcp', 'udp', 'http', 'ssh', 'igd', 'dns'])
  const answer: ProbeAnswer = {
    from: texts(of.from, 'from'),
    tcp: list(of.tcp, 'tcp').map(tcp),
    udp: list(of.udp, 'udp').map(udp),
    http: list(of.http, 'http').map(http),
    ssh: list(of.ssh, 'ssh').map(ssh),
    dns: list(of.dns, 'dns').map(dns),
    ...(of.igd === undefined ? {} : { igd: igd(of.igd) }),
  }
  checkAgainst(request, answer)
  return answer
}

function unseen(value: unknown): Unseen {
  const { reason, because } = members(value, 'unseen', ['reason', 'because'])
  return new Unseen(oneOf(reasons, reason, 'unseen.reason'), text(because, 'unseen.because'))
}

function tcp(value: unknown): TcpAnswer {
  const keys = ['address', 'open', 'refused', 'filtered', 'unreachable']
  const of = members(value, 'tcp answer', keys)
  return {
    address: text(of.address, 'tcp address'),
    open: list(of.open, 'tcp open').map((port) => counting(port, 'tcp open port')),
    refused: counting(of.refused, 'tcp refused'),
    filtered: counting(of.filtered, 'tcp filtered'),
    unreachable: counting(of.unreachable, 'tcp unreachable'),
  }
}

function udp(value: unknown): ProbeAnswer['udp'][number] {
  const of = members(value, 'udp answer', ['address', 'port', 'state'])
  return {
    address: text(of.address, 'udp address'),
    port: counting(of.port, 'udp port'),
    state: oneOf(['open', 'closed', 'open|filtered'], of.state, 'udp state'),
  }
}

function http(value: unknown): HttpAnswer {
  const words = ['location', 'contentType', 'body', 'error'] as const
  const of = members(value, 'http answer', [
    'id',
    'status',
    'tookMs',
    'certificate',
    'measured',
    ...words,
  ])
  if (of.status === undefined && of.error === undefined)
    throw new Unseen('not understood', 'http answer has neither status nor error')
  return {
    id: text(of.id, 'http id'),
    tookMs: counting(of.tookMs, 'http tookMs'),
    ...(of.status === undefined ? {} : { status: counting(of.status, 'http status') }),
    ...optional(of, words, text),
    ...(of.measured === undefined ? {} : { measured: measured(of.measured) }),
    ...(of.certificate === undefined ? {} : { certificate: certificate(of.certificate) }),
  }
}

function measured(value: unknown): NonNullable<HttpAnswer['measured']> {
  const of = members(value, 'measured', ['bytes', 'firstByteMs', 'bodyMs'])
  return {
    bytes: counting(of.bytes, 'measured bytes'),
    firstByteMs: counting(of.firstByteMs, 'measured firstByteMs'),
    bodyMs: counting(of.bodyMs, 'measured bodyMs'),
  }
}

function certificate(value: unknown): NonNullable<HttpAnswer['certificate']> {
  const of = members(value, 'certificate', ['subject', 'issuer', 'notAfter', 'valid', 'because'])
  const valid = flag(of.valid, 'certificate valid')
  if (valid === (of.because !== undefined))
    throw new Unseen('not understood', 'certificate says why exactly when it is not valid')
  return {
    subject: text(of.subject, 'certificate subject'),
    issuer: text(of.issuer, 'certificate issuer'),
    notAfter: isoTime(of.notAfter, 'certificate notAfter'),
    valid,
    ...optional(of, ['because'], text),
  }
}

function ssh(value: unknown): ProbeAnswer['ssh'][number] {
  const words = ['banner', 'hostKey', 'error'] as const
  const of = members(value, 'ssh answer', ['address', 'port', 'methods', ...words])
  if ((of.methods === undefined) === (of.error === undefined))
    throw new Unseen('not understood', 'ssh answer has either methods or an error')
  return {
    address: text(of.address, 'ssh address'),
    port: counting(of.port, 'ssh port'),
    ...optional(of, ['methods'], texts),
    ...optional(of, words, text),
  }
}

function igd(value: unknown): NonNullable<ProbeAnswer['igd']> {
  const of = members(value, 'igd answer', ['ssdp', 'natPmp', 'pcp'])
  return {
    ssdp: texts(of.ssdp, 'igd ssdp'),
    natPmp: flag(of.natPmp, 'igd natPmp'),
    pcp: flag(of.pcp, 'igd pcp'),
  }
}

function dns(value: unknown): ProbeAnswer['dns'][number] {
  const of = members(value, 'dns answer', ['name', 'type', 'values', 'error'])
  return {
    name: text(of.name, 'dns name'),
    type: text(of.type, 'dns type'),
    values: texts(of.values, 'dns values'),
    ...optional(of, ['error'], text),
  }
}
