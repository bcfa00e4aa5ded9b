import type { Run } from '../run.ts'

/** Path of a profile's document, from the repository's root. */
export const documentPath = (profile: string): string => `specs/${profile}/document.md`

/** On which line of its document a statement stands; unknown in runs that do not hold their documents. */
export function linesOf({ documents = [] }: Run): ReadonlyMap<string, number> {
  return new Map(
    documents.flatMap(({ profile, sections }) =>
      sections.flatMap(({ statements }) =>
        statements.map(({ id, line }) => [`${profile} ${id}`, line] as const),
      ),
    ),
  )
}
