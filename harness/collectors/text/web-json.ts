import type { Inventory, Service } from '../../model/inventory.ts'
import { parseJson } from '../../model/parse.ts'
import { type HttpAnswer, type HttpProbe, type ProbeAnswer, RAN_OUT } from '../../model/probe.ts'
import { Unseen } from '../../model/unseen.ts'

/** How a page of a service was answered, before anything is made of its body. */
export interface PageAnswer {
  /** Absent when no HTTP answer came; `error` then says why. */
  readonly status?: number
  readonly error?: string
  /** Whether it came over TLS with a certificate that is valid for the name. */
  readonly isTrusted: boolean
}

/** The one service of a role that people use remotely, or undefined. */
export const remoteService = (
  { services }: Inventory,
  role: Service['role'],
): (Service & { readonly remote: { readonly url: string } }) | undefined =>
  services.find((s): s is Service & { remote: { url: string; expect: number } } =>
    Boolean(s.role === role && s.remote),
  )

/** A page of a service, asked of the tailnet address of its own host: nobody can answer in its place. */
export function pageAt({ hosts }: Inventory, service: Service, id: string, url: string): HttpProbe {
  const address = hosts.find(({ name }) => name === service.host)?.tailnetAddress
  return { id: `${id}:${service.name}`, url, ...(address === undefined ? {} : { address }) }
}

/** The answer to one request, by its id. */
export function answerTo({ http }: ProbeAnswer, id: string): HttpAnswer {
  const found = http.find((answer) => answer.id === id)
  if (!found) throw new Unseen('cut short', `the probe did not come back with ${id}`)
  if (found.error === RAN_OUT) throw new Unseen('timed out', `${id}: ${RAN_OUT}`)
  return found
}

export const pageOf = ({ status, error, certificate }: HttpAnswer): PageAnswer => ({
  ...(status === undefined ? {} : { status }),
  ...(error === undefined ? {} : { error }),
  isTrusted: certificate?.valid === true,
})

/** The body of a 200 answer that says it is JSON; undefined for any other answer: that is a finding, not a riddle. */
export const jsonOf = ({ status, contentType, body }: HttpAnswer, id: string): unknown =>
  status === 200 && body !== undefined && contentType?.includes('json')
    ? parseJson(body, id)
    : undefined
