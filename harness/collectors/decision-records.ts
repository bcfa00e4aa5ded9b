import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { frontMatterOf, wordsOf } from './decisions/front-matter.ts'

/** An architecture decision as it is recorded. */
export interface DecisionRecord {
  readonly path: string
  /** E.g. `ADR-0003`. */
  readonly id: string
  /** `proposed`, `accepted`, `rejected`, `superseded` … */
  readonly status: string
  /** Day of the decision, `YYYY-MM-DD`. */
  readonly date: string
  /** What it is about: controls, guests, ports, in words of the owner’s. */
  readonly scope: readonly string[]
  /** Ids of decisions that it takes the place of. */
  readonly supersedes: readonly string[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every record of `decisions.folder`. */
    decisionRecords: readonly DecisionRecord[]
  }
}

/** @source `*.md` in `decisions.folder`, but its README, as tracked at HEAD */
export const decisionRecords = documentCollector('decisionRecords', {
  read: async (documents, { decisions }) => {
    if (!decisions)
      throw new Unseen('not asked', 'the inventory has no "decisions": nobody says where they are')
    const folder = `${decisions.folder.replace(/\/+$/, '')}/`
    const paths = (await documents.list()).filter(
      (path) => path.startsWith(folder) && path.endsWith('.md') && !/\/README\.md$/i.test(path),
    )
    const found: DecisionRecord[] = []
    for (const path of paths) found.push(recordOf(path, await documents.read(path)))
    return found
  },
})

function recordOf(path: string, page: string): DecisionRecord {
  const matter = frontMatterOf(page, path)
  const one = (key: string, form: RegExp): string => {
    const value = matter[key]
    if (typeof value !== 'string' || !form.test(value))
      throw new Unseen('not understood', `${path} has no ${key} of the usual form`)
    return value
  }
  return {
    path,
    id: one('id', /^[A-Z]+-\d+$/),
    status: one('status', /^[a-z]+$/).toLowerCase(),
    date: one('date', /^\d{4}-\d\d-\d\d$/),
    scope: wordsOf(matter.scope),
    supersedes: wordsOf(matter.supersedes),
  }
}
