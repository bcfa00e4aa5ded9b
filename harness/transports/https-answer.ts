import type { Get } from '../model/collector.ts'
import { parseJson } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'

/** Any answer of an HTTP API. `location` is present on redirects. */
export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly text: string
  readonly location?: string
}

/**
 * Makes a {@link Get} of a function that fetches: a JSON body of a 200 answer is decoded, anything else
 * is no answer.
 *
 * @param source who is asked, for messages
 */
export function asGet(source: string, fetch: (path: string) => Promise<Answer>): Get {
  const raw = (path: string) => fetch(path)
  return Object.assign(async (path: string) => decoded(source, path, await fetch(path)), { raw })
}

/** @throws Unseen `unauthenticated` (401) · `not permitted` (403) · `not understood` (any other status, a redirect, no JSON) */
function decoded(source: string, path: string, answer: Answer): unknown {
  const { status, contentType, text } = answer
  const asked = `${source}: GET ${path}`
  if (status === 401)
    throw new Unseen(
      'unauthenticated',
      `${asked} was answered 401: the token is missing, wrong or expired`,
    )
  if (status === 403)
    throw new Unseen(
      'not permitted',
      `${asked} was answered 403: give the token's role the right to read this`,
    )
  if (status >= 300 && status < 400)
    throw new Unseen(
      'not understood',
      `${asked} was redirected (${status}) to ${hostOf(answer.location)}: set the API's own address as \`url\``,
    )
  if (status !== 200) throw new Unseen('not understood', `${asked} was answered ${status}`)
  if (!/^application\/([\w.-]+\+)?json\b/i.test(contentType))
    throw new Unseen(
      'not understood',
      `${asked} was answered with ${contentType || 'no content type'}, not JSON: is this the API, or a login page before it?`,
    )
  return parseJson(text, asked)
}

/** Host of a redirect: the rest of a URL may hold a ticket. */
function hostOf(location: string | undefined): string {
  if (!location) return 'nowhere'
  return URL.canParse(location) ? new URL(location).host : 'another path of itself'
}
