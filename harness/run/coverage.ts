import { readFile } from 'node:fs/promises'
import type { Words } from '../../reports/make-run.ts'
import type { Coverage, RunDocument } from '../../reports/run.ts'
import { parseDocument } from '../profile/document.ts'
import { trace } from '../profile/trace.ts'
import { profileOf } from './bench.ts'
import { ROOT } from './load.ts'
import { controls } from './specs.ts'

/** Which sentences of the documents are judged, over all controls of the profiles. */
export async function coverageOf(profiles: readonly string[]): Promise<Coverage> {
  const traces = await Promise.all(profiles.map(traceOf))
  return {
    statements: traces.reduce(
      (n, t) => n + t.claimed.length + t.narrative.length + t.unclaimed.length,
      0,
    ),
    claimed: traces.reduce((n, { claimed }) => n + claimed.length, 0),
    narrative: traces.reduce((n, { narrative }) => n + narrative.length, 0),
    unclaimed: traces.flatMap(({ unclaimed }) => unclaimed),
  }
}

/** The documents' own words, by profile and statement. */
export async function wordsOf(profiles: readonly string[]): Promise<Words> {
  const known = new Map<string, { heading: string; text: string }>()
  for (const profile of profiles)
    for (const { heading, statements } of (await documentOf(profile)).sections)
      for (const { id, text } of statements) known.set(`${profile} ${id}`, { heading, text })
  return (profile, statement) => known.get(`${profile} ${statement}`)
}

/** The documents as they read, with the reason of what is narrative. */
export const documentsOf = (profiles: readonly string[]): Promise<readonly RunDocument[]> =>
  Promise.all(
    profiles.map(async (profile) => {
      const [{ title, sections }, { narrative }] = await Promise.all([
        documentOf(profile),
        profileOf(profile),
      ])
      return {
        profile,
        title,
        sections: sections.map((section) => ({
          ...section,
          statements: section.statements.map((statement) => {
            const why = narrative[statement.id]
            return why === undefined ? statement : { ...statement, narrative: why }
          }),
        })),
      }
    }),
  )

/** Document and controls of one profile, followed both ways. */
export const traceOf = async (name: string) =>
  trace(await documentOf(name), await profileOf(name), await controls([name]))

/** The document of one profile. */
export async function documentOf(name: string) {
  const file = `specs/${name}/document.md`
  return parseDocument(await readFile(ROOT + file, 'utf8'), file)
}
