import type { Census } from '../../model/census.ts'
import type { Get } from '../../model/collector.ts'
import { list, object, parseJson, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import type { Shape } from './parts.ts'

/** How a list is known to be the one that was asked for, and the whole of it. */
export interface About {
  /** `kind` of the answer, e.g. `PodList`. */
  readonly kind: string
  /** Something that every cluster has in this list; without it the look was not complete. */
  readonly canary?: { readonly says: string; readonly is: (item: Shape) => boolean }
}

const LIMIT = 500
/** A list that has changed too much to be continued is asked again from the start. The same GET is made once per run, so that one asks in other words. */
const AGAIN = 499

/**
 * One whole list, page by page. Kubernetes refuses a list (403) rather than shorten it; what it can do is
 * break one off, or be another cluster than the one that is meant.
 *
 * @throws Unseen what the transport throws · `not understood` for another kind of answer, or a list that expired twice
 */
export async function wholeList(get: Get, path: string, about: About): Promise<Census<Shape>> {
  const pages = (await pagesOf(get, path, LIMIT, about)) ?? (await pagesOf(get, path, AGAIN, about))
  if (pages === undefined)
    throw new Unseen('not understood', `GET ${path} expired twice while it was read`)
  const items = pages.flatMap((page) => page.items)
  const because = objection(path, about, pages, items)
  return because === undefined ? { items, complete: true } : { items, complete: false, because }
}

interface Page {
  readonly items: readonly Shape[]
  readonly version: string
  readonly next: string
}

/** Every page; undefined when a later one has expired. */
async function pagesOf(
  get: Get,
  path: string,
  limit: number,
  about: About,
): Promise<readonly Page[] | undefined> {
  const start = `${path}?limit=${limit}`
  const pages = [pageOf(await get(start), path, about)]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) {
    const at = `${start}&continue=${encodeURIComponent(next)}`
    const { status, text: body } = await get.raw(at)
    if (status === 410) return undefined
    if (status !== 200)
      throw new Unseen(
        'not understood',
        `page ${pages.length + 1} of ${path} was answered ${status}`,
      )
    pages.push(pageOf(parseJson(body, path), path, about))
  }
  return pages
}

function pageOf(answer: unknown, path: string, about: About): Page {
  const page = object(answer, `GET ${path}`)
  if (page.kind !== about.kind)
    throw new Unseen('not understood', `GET ${path} gave another kind of answer than ${about.kind}`)
  const metadata = object(page.metadata, `metadata of ${about.kind}`)
  return {
    items: list(page.items, `items of ${about.kind}`).map((item) => object(item, about.kind)),
    version: text(metadata.resourceVersion, `resourceVersion of ${about.kind}`),
    next: metadata.continue === undefined ? '' : text(metadata.continue, 'continue'),
  }
}

/** Why these items may not be all; undefined when they are. */
function objection(
  path: string,
  { canary }: About,
  pages: readonly Page[],
  items: readonly Shape[],
): string | undefined {
  if (new Set(pages.map(({ version }) => version)).size > 1)
    return `the pages of ${path} are of different moments`
  if (canary && !items.some(canary.is))
    return `${path} lists no ${canary.says}, which every cluster has: another cluster may be answering`
  return undefined
}

/** A further list may make a census incomplete; it never makes it complete. */
export const together = <T>(...parts: readonly Census<T>[]): Census<T> => {
  const items = parts.flatMap((one) => one.items)
  const reasons = parts.flatMap(({ because, complete }) => (complete ? [] : [because ?? 'a part']))
  return reasons.length === 0
    ? { items, complete: true }
    : { items, complete: false, because: reasons.join('; ') }
}

/** The same census of other items. */
export const mapped = <A, B>(census: Census<A>, make: (item: A) => B): Census<B> => ({
  ...census,
  items: census.items.map(make),
})

/** A canary by its place and name. */
export const named = (
  says: string,
  name: string,
  namespace?: string,
): NonNullable<About['canary']> => ({
  says,
  is: (item) => {
    const metadata = object(item.metadata, 'metadata')
    return metadata.name === name && (namespace === undefined || metadata.namespace === namespace)
  },
})
