import type { Format } from '../format.ts'
import type { Run, RunVerdict } from '../run.ts'
import { json } from './json.ts'
import { fenced, inline } from './markdown.ts'
import { controlId, FILES, list, metadata, prop, statementId, versionOf } from './oscal/words.ts'
import { uuidOf } from './uuid.ts'

/** What judges which statement: a component of OSCAL's kind `validation` for each document. */
export const format: Format = {
  file: FILES.component,
  of: (run) => json({ 'component-definition': definitionOf(run) }),
}

function definitionOf(run: Run) {
  const components = run.profiles.flatMap((profile) => {
    const verdicts = run.verdicts.filter((one) => one.profile === profile)
    return verdicts.length > 0 ? [componentOf(run.lab, profile, verdicts)] : []
  })
  return {
    uuid: uuidOf('oscal-component-definition', run.lab, ...run.profiles),
    metadata: metadata(
      inline(`How the documents of ${run.lab} are judged`),
      run.takenAt,
      versionOf(components),
    ),
    ...list('components', components),
  }
}

function componentOf(lab: string, profile: string, verdicts: readonly RunVerdict[]) {
  const statements = Map.groupBy(verdicts, ({ statement }) => statement)
  return {
    uuid: uuidOf('oscal-component', lab, profile),
    type: 'validation',
    title: inline(`Plumbline: ${profile}`),
    description: inline(`The controls of the profile ${profile}, judged over facts of ${lab}.`),
    'control-implementations': [
      {
        uuid: uuidOf('oscal-implementation', lab, profile),
        source: FILES.catalog,
        description: inline(`The statements of ${profile} that are judged.`),
        'implemented-requirements': [...statements].map(([statement, judged]) => ({
          uuid: uuidOf('oscal-requirement', lab, profile, statement),
          'control-id': controlId(profile, statement),
          description: fenced(judged.map(({ id, title }) => `${id}: ${title}`).join('\n')),
          props: judged.map(({ id }) => prop('control', id)),
          statements: [
            {
              uuid: uuidOf('oscal-requirement-statement', lab, profile, statement),
              'statement-id': statementId(profile, statement),
              description: inline(judged.map(({ title }) => title).join('; ')),
            },
          ],
        })),
      },
    ],
  }
}
