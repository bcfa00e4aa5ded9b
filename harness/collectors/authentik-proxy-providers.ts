import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { list, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { allOf } from './authentik/pages.ts'

/** How Authentik stands before a name that cannot log people in by itself. */
export interface AuthentikProxyProvider {
  /** Host name that it stands before; absent where its address is none. */
  readonly name?: string
  /** Patterns of paths that it lets everybody through to. */
  readonly openPaths: readonly string[]
  /** How many outposts ask it: none means that nobody does. */
  readonly outposts: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Complete when as many were shown as Authentik counts, and any is. */
    authentikProxyProviders: Census<AuthentikProxyProvider>
  }
}

/** @source GET /api/v3/providers/proxy/ of Authentik 2025, which leaves out what the token may not see */
export const authentikProxyProviders = apiCollector('authentikProxyProviders', {
  api: 'authentik',
  read: (get): Promise<Census<AuthentikProxyProvider>> =>
    allOf(
      get,
      (page) => `/api/v3/providers/proxy/?page_size=100&page=${page}`,
      'proxy providers',
      (one) => {
        const url = text(one.external_host, 'external_host of a provider')
        return {
          ...(URL.canParse(url) ? { name: new URL(url).hostname } : {}),
          // One pattern a line.
          openPaths: words(one.skip_path_regex)
            .split('\n')
            .filter((line) => line.trim() !== ''),
          outposts: list(one.outpost_set, 'outpost_set of a provider').length,
        }
      },
    ),
})

/** An empty text is one as well: it opens nothing. */
function words(value: unknown): string {
  if (typeof value !== 'string')
    throw new Unseen('not understood', 'a provider does not say which paths it leaves open')
  return value
}
