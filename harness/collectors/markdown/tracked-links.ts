import type { Documents } from '../../model/collector.ts'
import { anchorsOf, linksOf, type PageLink } from './links.ts'

/** A link, and what is at its end. */
export interface TrackedLink extends PageLink {
  readonly exists: boolean
  /** Whether the page has a heading of that anchor; true without an anchor. */
  readonly hasAnchor: boolean
}

/** The links of a page, each followed to its end among the tracked paths. */
export async function trackedLinks(
  page: string,
  path: string,
  documents: Documents,
): Promise<readonly TrackedLink[]> {
  const paths = await documents.list()
  const links: TrackedLink[] = []
  for (const link of linksOf(page, path)) {
    const exists = isThere(paths, link.path)
    const isPage = exists && link.path.endsWith('.md')
    const anchors =
      link.anchor !== undefined && isPage ? anchorsOf(await documents.read(link.path)) : []
    links.push({
      ...link,
      exists,
      hasAnchor: link.anchor === undefined || anchors.includes(link.anchor),
    })
  }
  return links
}

/** A file, or a folder that holds one. Letters count as they are written, whatever the file system thinks. */
const isThere = (paths: readonly string[], path: string): boolean => {
  const folder = `${path.replace(/\/+$/, '')}/`
  return paths.includes(path) || paths.some((one) => one.startsWith(folder))
}
