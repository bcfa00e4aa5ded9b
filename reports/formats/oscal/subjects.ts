import type { Run, RunVerdict } from '../../run.ts'
import { inline } from '../markdown.ts'
import { uuidOf } from '../uuid.ts'
import { list, prop } from './words.ts'

const TOOL = uuidOf('oscal-tool', 'plumbline')

/** Who observed: every observation and every risk says so. */
export const ORIGIN = { actors: [{ type: 'tool', 'actor-uuid': TOOL }] } as const

/** Whom the facts of a verdict are about; `lab` is the lab as a whole. */
const namesOf = ({ reads }: RunVerdict): readonly string[] => [
  ...new Set(reads.map((key) => key.slice(key.lastIndexOf('@') + 1))),
]

const systemUuid = (lab: string): string => uuidOf('oscal-system', lab)
const itemUuid = (lab: string, name: string): string => uuidOf('oscal-item', lab, name)

export const subjectsOf = (lab: string, one: RunVerdict) =>
  list(
    'subjects',
    namesOf(one).map((name) =>
      name === 'lab'
        ? { type: 'component', 'subject-uuid': systemUuid(lab) }
        : { type: 'inventory-item', 'subject-uuid': itemUuid(lab, name) },
    ),
  )

/** Everybody and everything that the result refers to. */
export function definitionsOf({ lab, target, verdicts }: Run) {
  const names = [...new Set(verdicts.flatMap(namesOf))].filter((name) => name !== 'lab').sort()
  return {
    components: [
      {
        uuid: systemUuid(lab),
        type: 'this-system',
        title: inline(lab),
        description: inline(`The lab ${lab}, looked at as ${target}.`),
        status: { state: 'operational' },
      },
    ],
    ...list(
      'inventory-items',
      names.map((name) => ({
        uuid: itemUuid(lab, name),
        description: inline(`${name}, as facts name it: a host, or a place that is looked from`),
        props: [prop('name', name)],
        'implemented-components': [{ 'component-uuid': systemUuid(lab) }],
      })),
    ),
    'assessment-assets': {
      components: [
        {
          uuid: TOOL,
          type: 'software',
          title: 'Plumbline',
          description: 'Holds a homelab to its own architecture documents.',
          status: { state: 'operational' },
        },
      ],
      'assessment-platforms': [
        {
          uuid: uuidOf('oscal-platform', lab, target),
          title: inline(target),
          'uses-components': [{ 'component-uuid': TOOL }],
        },
      ],
    },
  }
}
