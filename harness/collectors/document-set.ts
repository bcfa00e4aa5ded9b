import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type TrackedLink, trackedLinks } from './markdown/tracked-links.ts'

/** A tracked page of the platform's documentation. */
export interface TrackedPage {
  readonly path: string
  readonly bytes: number
  /** Bytes of it that are neither heading nor blank: a page of headings says nothing. */
  readonly proseBytes: number
  readonly links: readonly TrackedLink[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every tracked page below `docs/`, with its links. A link of the file system is none, and neither is what lies untracked. */
    documentSet: readonly TrackedPage[]
  }
}

/** @source `docs/**.md`, as tracked at HEAD */
export const documentSet = documentCollector('documentSet', {
  read: async (documents, { profiles }): Promise<readonly TrackedPage[]> => {
    if (!profiles.includes('zero-trust'))
      throw new Unseen('not asked', 'its document names no set of pages')
    const paths = (await documents.list()).filter((path) => /^docs\/.*\.md$/.test(path))
    const pages: TrackedPage[] = []
    for (const path of paths) {
      const page = await documents.read(path)
      pages.push({
        path,
        bytes: bytesOf(page),
        proseBytes: bytesOf(page.replace(/^(#{1,6}\s.*|\s*)\n/gm, '')),
        links: await trackedLinks(page, path, documents),
      })
    }
    return pages
  },
})

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
