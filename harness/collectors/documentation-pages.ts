import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** A page of documentation, by what it speaks of. */
export interface DocumentationPage {
  readonly path: string
  readonly bytes: number
  /** Its words, in small letters, each once. */
  readonly words: readonly string[]
  /** IPv4 addresses that it names. */
  readonly addresses: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Tracked pages in Markdown, records of drills and changes left out. */
    documentationPages: readonly DocumentationPage[]
  }
}

/** @source *.md as tracked at HEAD */
export const documentationPages = documentCollector('documentationPages', {
  read: async (documents, { iac }): Promise<readonly DocumentationPage[]> => {
    if (!iac)
      throw new Unseen('not asked', 'the inventory has no "iac": its repository is not read')
    const paths = (await documents.list()).filter((path) => path.endsWith('.md'))
    return await Promise.all(paths.map(async (path) => pageOf(path, await documents.read(path))))
  },
})

const pageOf = (path: string, text: string): DocumentationPage => ({
  path,
  bytes: new TextEncoder().encode(text).length,
  words: [...new Set(text.toLowerCase().match(/[a-z0-9][a-z0-9-]*/g) ?? [])],
  addresses: [...new Set(text.match(/\b\d{1,3}(\.\d{1,3}){3}\b(?!\/)/g) ?? [])],
})
