import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Table, tablesOf } from './markdown/tables.ts'

/** A table of the platform's documentation. */
export interface PlatformTable extends Table {
  readonly page: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Tables of every tracked page below `docs/`, in which the platform writes down what it is made of. */
    platformTables: readonly PlatformTable[]
  }
}

/** @source tables of `docs/**.md`, as tracked at HEAD */
export const platformTables = documentCollector('platformTables', {
  read: async (documents, { profiles }): Promise<readonly PlatformTable[]> => {
    if (!profiles.includes('zero-trust'))
      throw new Unseen('not asked', 'its document names no tables')
    const paths = (await documents.list()).filter((path) => /^docs\/.*\.md$/.test(path))
    const found: PlatformTable[] = []
    for (const page of paths)
      found.push(...tablesOf(await documents.read(page)).map((table) => ({ page, ...table })))
    return found
  },
})
