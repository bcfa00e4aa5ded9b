import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type TrackedLink, trackedLinks } from './markdown/tracked-links.ts'

/** The page that the lab is held to, as it is tracked. */
export interface ArchitecturePage {
  readonly path: string
  /** First day it may have been updated on, `YYYY-MM-DD`; absent when no line says so. */
  readonly updatedOn?: string
  readonly maintainer?: string
  readonly links: readonly TrackedLink[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    architecturePage: ArchitecturePage
  }
}

/**
 * The one tracked page of the name ARCHITECTURE.md, whose last lines say `Last Updated:` and `Maintainer:`.
 *
 * @source every tracked path, that page, and the pages that it links to with an anchor
 */
export const architecturePage = documentCollector('architecturePage', {
  read: async (documents): Promise<ArchitecturePage> => {
    const paths = await documents.list()
    const [path, second] = paths.filter((one) => /(^|\/)ARCHITECTURE\.md$/.test(one))
    if (path === undefined || second !== undefined)
      throw new Unseen('not asked', 'there is not exactly one page ARCHITECTURE.md')
    const page = await documents.read(path)
    const links = await trackedLinks(page, path, documents)
    const updatedOn = dayOf(fieldOf(page, 'Last Updated'))
    const maintainer = fieldOf(page, 'Maintainer')
    return {
      path,
      ...(updatedOn ? { updatedOn } : {}),
      ...(maintainer ? { maintainer } : {}),
      links,
    }
  },
})

const fieldOf = (page: string, name: string): string | undefined =>
  new RegExp(`^[-*\\s]*${name}\\**\\s*:\\**\\s*(.*?)\\s*$`, 'im').exec(page)?.[1] || undefined

const MONTHS =
  'january february march april may june july august september october november december'.split(' ')

/** `2026-10-12`, or `November 2025`, of which the first day counts. */
function dayOf(written: string | undefined): string | undefined {
  if (written === undefined || /^\d{4}-\d\d-\d\d$/.test(written)) return written
  const [, name = '', year] = /^([A-Za-z]+) (\d{4})$/.exec(written) ?? []
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  return year === undefined || month === 0
    ? undefined
    : `${year}-${String(month).padStart(2, '0')}-01`
}
