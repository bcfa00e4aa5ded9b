import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'

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

const PAGE = 100
const path = (page: number) =>
  `/api/v3/core/applications/?superuser_full_list=true&page_size=${PAGE}&page=${page}`

/** @source GET /api/v3/core/applications/ of Authentik 2025, which leaves out what the token may not see */
export const authentikApplications = apiCollector('authentikApplications', {
  api: 'authentik',
  read: async (get): Promise<Census<AuthentikApplication>> => {
    const items: AuthentikApplication[] = []
    const total = await pageInto(items, get, 1)
    return items.length > 0 && items.length === total
      ? { items, complete: true }
      : {
          items,
          complete: false,
          because: `Authentik shows this token ${items.length} of ${total} applications: let it view all`,
        }
  },
})

async function pageInto(items: AuthentikApplication[], get: Get, page: number): Promise<number> {
  const answer = object(await get(path(page)), 'applications')
  const pages = object(answer.pagination, 'pagination')
  for (const value of list(answer.results, 'results')) {
    const one = object(value, 'an application')
    const slug = text(one.slug, 'slug of an application')
    const url = one.launch_url === null ? '' : text(one.launch_url, `launch_url of ${slug}`)
    items.push({
      slug,
      ...(URL.canParse(url) ? { name: new URL(url).hostname } : {}),
      hasProvider: one.provider !== null && one.provider !== undefined,
    })
  }
  const next = number(pages.next, 'next page')
  return next > page ? await pageInto(items, get, next) : number(pages.count, 'count')
}
