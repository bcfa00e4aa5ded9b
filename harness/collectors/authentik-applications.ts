import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { text } from '../model/parse.ts'
import { allOf } from './authentik/pages.ts'

/** An application that Authentik logs people in to. */
export interface AuthentikApplication {
  readonly slug: string
  /** Host name that it is launched at; absent where no address is set. */
  readonly name?: string
  /** Whether it has a provider: without one, nobody is logged in. */
  readonly hasProvider: boolean
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Complete when as many were shown as Authentik counts, and any is. */
    authentikApplications: Census<AuthentikApplication>
  }
}

/** @source GET /api/v3/core/applications/ of Authentik 2025, which leaves out what the token may not see */
export const authentikApplications = apiCollector('authentikApplications', {
  api: 'authentik',
  read: (get): Promise<Census<AuthentikApplication>> =>
    allOf(
      get,
      (page) => `/api/v3/core/applications/?superuser_full_list=true&page_size=100&page=${page}`,
      'applications',
      (one) => {
        const slug = text(one.slug, 'slug of an application')
        const url = one.launch_url === null ? '' : text(one.launch_url, `launch_url of ${slug}`)
        return {
          slug,
          ...(URL.canParse(url) ? { name: new URL(url).hostname } : {}),
          hasProvider: one.provider !== null && one.provider !== undefined,
        }
      },
    ),
})
