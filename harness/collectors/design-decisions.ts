import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { fieldOf, type Section, sectionsOf } from './runbooks/section.ts'

/** A choice of the platform, and what it was weighed against. */
export interface DesignDecision {
  /** The word before the colon of its heading, e.g. `snapraid-mergerfs`. */
  readonly name: string
  /** `accepted`, `superseded`, `proposed`; absent when it does not say. */
  readonly status?: string
  /** The decision that took its place. */
  readonly supersededBy?: string
  /** Day, `YYYY-MM-DD`; absent as well when it is written otherwise. */
  readonly decidedOn?: string
  /** Hosts and services that it is about. */
  readonly concerns: readonly string[]
  /** Words under each heading below it, e.g. `{ alternatives: 41 }`. */
  readonly words: Readonly<Record<string, number>>
}

declare module '../model/facts.ts' {
  interface LabFacts {
    designDecisions: readonly DesignDecision[]
  }
}

const PAGE = 'docs/decisions/design-decisions.md'

/**
 * Decisions, as the page is written: a heading `## name: what was chosen` each, list items `- Status:`,
 * `- Date:` and `- Concerns:`, and headings such as Alternatives and Consequences below it.
 *
 * @source `docs/decisions/design-decisions.md`, as tracked at HEAD
 */
export const designDecisions = documentCollector('designDecisions', {
  read: async (documents, { profiles }): Promise<readonly DesignDecision[]> => {
    if (!profiles.includes('zero-trust'))
      throw new Unseen('not asked', 'its document names no page of decisions')
    const page = await documents.read(PAGE)
    return sectionsOf(page)
      .filter(({ level, title }) => level === 2 && /^[a-z0-9-]+:\s/.test(title))
      .map(decisionOf)
  },
})

function decisionOf({ title, body }: Section): DesignDecision {
  const [name = ''] = title.split(':')
  const [, status, supersededBy] =
    /^([a-z]+)(?:\s+by\s+([a-z0-9-]+))?$/.exec(fieldOf(body, 'Status') ?? '') ?? []
  const date = fieldOf(body, 'Date')
  return {
    name,
    ...(status ? { status } : {}),
    ...(supersededBy ? { supersededBy } : {}),
    ...(date && /^\d{4}-\d\d-\d\d$/.test(date) ? { decidedOn: date } : {}),
    concerns: (fieldOf(body, 'Concerns') ?? '').split(/,\s*/).filter(Boolean),
    words: Object.fromEntries(
      sectionsOf(body).map((part) => [
        part.title.toLowerCase(),
        part.body.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length,
      ]),
    ),
  }
}
