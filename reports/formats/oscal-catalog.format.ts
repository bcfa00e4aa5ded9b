import type { Format } from '../format.ts'
import type { Run, RunDocument, RunVerdict } from '../run.ts'
import { json } from './json.ts'
import { fenced, inline } from './markdown.ts'
import {
  controlId,
  FILES,
  groupId,
  list,
  metadata,
  objectiveId,
  prop,
  statementId,
  versionOf,
} from './oscal/words.ts'
import { uuidOf } from './uuid.ts'

/** The documents as a catalogue of OSCAL's: a statement is a control, and what judges it is an objective of that control. */
export const format: Format = {
  file: FILES.catalog,
  of: (run) => json({ catalog: catalogOf(run) }),
}

function catalogOf(run: Run) {
  const groups = documentsOf(run).map((document) => groupOf(document, run.verdicts))
  return {
    uuid: uuidOf('oscal-catalog', run.lab, ...run.profiles),
    metadata: metadata(
      inline(`What the documents of ${run.lab} say`),
      run.takenAt,
      versionOf(groups),
    ),
    ...list('groups', groups),
  }
}

const groupOf = ({ profile, title, sections }: RunDocument, verdicts: readonly RunVerdict[]) => ({
  id: groupId(profile, 'document'),
  class: 'document',
  title: inline(title),
  ...list(
    'groups',
    sections
      .filter(({ statements }) => statements.length > 0)
      .map(({ slug, path, statements }) => ({
        id: groupId(profile, slug),
        class: 'section',
        title: inline(path.join(' / ')),
        controls: statements.map((statement) => controlOf(profile, statement, verdicts)),
      })),
  ),
})

type Statement = RunDocument['sections'][number]['statements'][number]

function controlOf(profile: string, statement: Statement, verdicts: readonly RunVerdict[]) {
  const { id, text, line, narrative } = statement
  const judged = verdicts.filter((one) => one.profile === profile && one.statement === id)
  return {
    id: controlId(profile, id),
    class: 'statement',
    title: inline(text),
    props: [{ name: 'label', value: id }, ...(line > 0 ? [prop('line', String(line))] : [])],
    parts: [
      { id: statementId(profile, id), name: 'statement', prose: inline(text) },
      ...judged.map((one) => ({
        id: objectiveId(profile, id, one.id),
        name: 'assessment-objective',
        props: [
          prop('control', one.id),
          prop('impact', one.impact),
          prop('strength', one.strength),
          ...one.standards.map((standard) => prop('standard', standard)),
        ],
        prose: inline(one.title),
      })),
      ...(narrative === undefined
        ? []
        : [{ name: 'guidance', title: 'Why no control judges it', prose: fenced(narrative) }]),
    ],
  }
}

/** The run's documents; of a run that does not hold them, what its verdicts quote. */
function documentsOf(run: Run): readonly RunDocument[] {
  if (run.documents) return run.documents
  return run.profiles.map((profile) => {
    const mine = run.verdicts.filter((one) => one.profile === profile)
    return {
      profile,
      title: profile,
      sections: [...Map.groupBy(mine, ({ section }) => section)].map(([slug, verdicts]) => {
        const heading = verdicts[0]?.heading ?? slug
        const quoted = new Map(verdicts.map((one) => [one.statement, one.text ?? one.statement]))
        const statements = [...quoted].map(([id, text]) => ({ id, text, line: 0 }))
        return { heading, slug, path: [heading], statements }
      }),
    }
  })
}
