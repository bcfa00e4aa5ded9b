import type { Census } from '../../model/census.ts'
import type { Get } from '../../model/collector.ts'
import { list, number, object } from '../../model/parse.ts'

type Row = Readonly<Record<string, unknown>>

/** Everything of a list of Authentik, page by page. It is whole when as many were shown as it counts, and any is. */
export async function allOf<T>(
  get: Get,
  pathOf: (page: number) => string,
  what: string,
  of: (row: Row) => T,
): Promise<Census<T>> {
  const items: T[] = []
  const total = await pageInto(items, get, pathOf, of, 1)
  return items.length > 0 && items.length === total
    ? { items, complete: true }
    : {
        items,
        complete: false,
        because: `Authentik shows this token ${items.length} of ${total} ${what}: let it view all`,
      }
}

async function pageInto<T>(
  items: T[],
  get: Get,
  pathOf: (page: number) => string,
  of: (row: Row) => T,
  page: number,
): Promise<number> {
  const answer = object(await get(pathOf(page)), 'a page of Authentik')
  const pages = object(answer.pagination, 'pagination')
  for (const value of list(answer.results, 'results'))
    items.push(of(object(value, 'one of the results')))
  const next = number(pages.next, 'next page')
  return next > page ? await pageInto(items, get, pathOf, of, next) : number(pages.count, 'count')
}
