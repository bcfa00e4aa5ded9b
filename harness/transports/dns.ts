import { Resolver } from 'node:dns/promises'
import { Unseen } from '../model/unseen.ts'
import { stopped } from './stopped.ts'

/** What one server says about one name. No values with `nodata`: the name exists, without records of this type. */
export interface Resolution {
  readonly state: 'answered' | 'nodata' | 'nxdomain'
  readonly values: readonly string[]
}

/**
 * Asks one DNS server, named outright: no search domain, no hosts file, no second server.
 *
 * @param server address, or `address:port` (`[address]:port` for IPv6)
 * @throws Unseen `timed out` · `refused` · `not permitted` (REFUSED) · `not understood` (SERVFAIL and every other failure): a server that fails has not said that the name is absent
 */
export async function resolveAt(
  server: string,
  name: string,
  type: 'A' | 'AAAA' | 'CNAME' | 'TXT',
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Resolution> {
  const what = `DNS server ${server}, asked for ${name} ${type},`
  if (signal.aborted) throw stopped(signal, what)
  const resolver = new Resolver({ timeout: timeoutMs, tries: 1 })
  resolver.setServers([server])
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel)
  try {
    const answer = (await resolver.resolve(name, type)) as readonly unknown[]
    return { state: 'answered', values: answer.map((value) => [value].flat().join('')) }
  } catch (error) {
    if (signal.aborted) throw stopped(signal, what)
    return absent(what, error as NodeJS.ErrnoException)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

function absent(what: string, error: NodeJS.ErrnoException): Resolution {
  const { code = '' } = error
  if (code === 'ENOTFOUND') return { state: 'nxdomain', values: [] }
  if (code === 'ENODATA') return { state: 'nodata', values: [] }
  const unseen = (reason: Unseen['reason'], said: string) =>
    new Unseen(reason, `${what} ${said}`, { cause: error })
  if (code === 'ETIMEOUT') throw unseen('timed out', 'did not answer')
  if (code === 'EREFUSED') throw unseen('not permitted', 'refused the question')
  if (code === 'ECONNREFUSED') throw unseen('refused', 'is not there')
  throw unseen('not understood', `failed (${code || 'no code'})`)
}
