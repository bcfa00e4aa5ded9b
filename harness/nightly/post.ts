/** How long another side may take to accept a message. */
const PATIENCE_MS = 30_000

export interface Post {
  /** May be a secret as a whole, and is never part of an error. */
  readonly url: string
  readonly token?: string
  readonly body: unknown
}

/**
 * Posts JSON. A redirect is no success: what is posted to one place must not be sent on to another.
 *
 * @throws Error that says what the other side did
 */
export async function post({ url, token, body }: Post, signal: AbortSignal): Promise<void> {
  const address = addressOf(url, token)
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'plumbline',
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const deadline = AbortSignal.timeout(PATIENCE_MS)
  const request = {
    ...{ method: 'POST', headers, body: JSON.stringify(body), redirect: 'manual' as const },
    signal: AbortSignal.any([signal, deadline]),
  }
  const response = await fetch(address, request).catch((error: unknown) => {
    if (deadline.aborted) throw new Error(`gave no answer in ${PATIENCE_MS / 1000} s`)
    throw new Error(`cannot be reached (${codeOf(error)})`)
  })
  await response.body?.cancel()
  const { status } = response
  if (status < 200 || status > 299) throw new Error(`answered with status ${status}`)
}

function addressOf(url: string, token: string | undefined): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (!address || !/^https?:$/.test(address.protocol) || address.username || address.password)
    throw new Error('has no https:// URL without a login in it')
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(address.hostname)
  if (token && address.protocol === 'http:' && !isHere)
    throw new Error('would send the token over plain http: use https')
  return address
}

/** The error's own words quote the URL. */
function codeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown; message?: unknown }; name?: string }
  return String(cause?.code ?? cause?.message ?? name ?? 'unknown error')
}
