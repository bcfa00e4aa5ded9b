import type { Census } from '../model/census.ts'
import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import type { HttpAnswer, HttpProbe } from '../model/probe.ts'
import { isPlace } from './scan/asks-of.ts'
import { heardInTime } from './scan/heard-in-time.ts'

/** What one URL of a service said to somebody without a login. */
export interface WebAnswer extends HttpAnswer {
  /** `health:<service>` (its `remote.url`), `anonymous:<service>` (its `unauthenticated.url`), `<page>:<service>` (its `pages`). */
  readonly id: string
  readonly service: string
  readonly url: string
  /** Whether nobody answered at all. One who breaks off TLS, or speaks something else than HTTP, did. */
  readonly isSilent: boolean
  /** First 8 KiB, as text. */
  readonly body?: string
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    /** Complete when nobody who took the connection let the time run out. */
    webAnswers: Census<WebAnswer>
  }
}

const KEPT_CHARACTERS = 8192
/** What a GET ends with when there is nobody: no name, no way, no connection, no word. */
const SILENCE =
  /^(timeout|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|EAFNOSUPPORT|ENOTFOUND|EAI_AGAIN|ENODATA)$/

/**
 * One GET per declared URL, without credentials and without following redirects; where nobody answers,
 * `status` is absent and `error` says why.
 *
 * @source HTTP(S) from the vantage, names resolved there, certificates checked there
 */
export const webAnswers = vantageCollector('webAnswers', {
  ask: (vantage, inventory) => {
    const http = isPlace(vantage, inventory) ? probesOf(inventory) : []
    return http.length > 0 ? { http: http.map(({ id, url }) => ({ id, url })) } : undefined
  },
  parse: (answer, _vantage, inventory) => {
    const asked = new Map(probesOf(inventory).map((probe) => [probe.id, probe]))
    const answers = answer.http.flatMap(({ body, ...rest }) => {
      const probe = asked.get(rest.id)
      if (!probe) return []
      return [
        {
          ...rest,
          service: probe.service,
          url: probe.url,
          isSilent:
            rest.status === undefined &&
            rest.certificate === undefined &&
            SILENCE.test(rest.error ?? ''),
          ...(body === undefined ? {} : { body: body.slice(0, KEPT_CHARACTERS) }),
        },
      ]
    })
    // A page that a stranger is given says enough with its head.
    return heardInTime(
      answers,
      ({ id, status = 0 }) => id.startsWith('anonymous:') && status >= 200 && status < 300,
    )
  },
})

function probesOf({ services }: Inventory): readonly (HttpProbe & { service: string })[] {
  return services.flatMap(({ name, remote, unauthenticated, pages = {} }) => {
    const urls = {
      ...pages,
      ...(remote ? { health: remote.url } : {}),
      ...(unauthenticated ? { anonymous: unauthenticated.url } : {}),
    }
    return Object.entries(urls).map(([page, url]) => ({
      id: `${page}:${name}`,
      service: name,
      url,
    }))
  })
}
