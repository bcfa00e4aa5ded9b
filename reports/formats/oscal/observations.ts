import type { Broken, Run, RunVerdict } from '../../run.ts'
import { fenced, inline } from '../markdown.ts'
import { askings, saying } from '../saying.ts'
import { uuidOf } from '../uuid.ts'
import { ORIGIN, subjectsOf } from './subjects.ts'
import { list, objectiveId, prop } from './words.ts'

export const snapshotUuid = (run: Run): string => uuidOf('oscal-snapshot', run.snapshotDigest)

export const observationUuid = (run: Run, id: string): string =>
  uuidOf('oscal-observation', run.snapshotDigest, id)

export const riskUuid = (run: Run, id: string): string => uuidOf('oscal-risk', run.lab, id)

/** One verdict, and who was asked what. */
export const observationOf = (run: Run, one: RunVerdict) => ({
  uuid: observationUuid(run, one.id),
  title: inline(one.title),
  description: fenced(saying(one) || `pass: ${one.title}`),
  props: [
    prop('verdict', one.verdict),
    prop('control', one.id),
    prop('objective', objectiveId(one.profile, one.statement, one.id)),
    prop('impact', one.impact),
    prop('strength', one.strength),
    prop('kind', one.kind),
    ...one.standards.map((standard) => prop('standard', standard)),
    ...one.guards.map((guard) => prop('guard', guard)),
    ...(one.spec ? [prop('spec', one.spec)] : []),
  ],
  methods: ['TEST'],
  types: ['control-objective'],
  origins: [ORIGIN],
  ...subjectsOf(run.lab, one),
  ...list(
    'relevant-evidence',
    one.evidence.map(({ source, ask, takenAt, digest, reality }) => ({
      href: `#${snapshotUuid(run)}`,
      description: fenced(`${source}: ${ask}`),
      props: [prop('taken-at', takenAt), prop('sha256', digest), prop('reality', reality)],
    })),
  ),
  collected: run.takenAt,
})

/** Nobody judged what a broken spec claims. */
export const bugObservation = (run: Run, { spec, message }: Broken) => ({
  uuid: observationUuid(run, `bug ${spec} ${message}`),
  title: inline(`A bug of ours: ${spec || 'the run itself'}`),
  description: fenced(message),
  props: [prop('verdict', 'bug')],
  methods: ['TEST'],
  origins: [ORIGIN],
  collected: run.takenAt,
})

const STATUS = {
  fail: 'open',
  unverifiable: 'investigating',
  waived: 'deviation-approved',
} as const

/** Whether a verdict leaves something to be done, or to be accepted. */
export const isRisky = (
  one: RunVerdict,
): one is RunVerdict & { readonly verdict: keyof typeof STATUS } => one.verdict in STATUS

/** What follows from a verdict that is no pass, and what to do about it. */
export const riskOf = (run: Run, one: RunVerdict & { readonly verdict: keyof typeof STATUS }) => ({
  uuid: riskUuid(run, one.id),
  title: inline(one.title),
  description: fenced(saying(one)),
  statement: inline(
    one.verdict === 'unverifiable'
      ? `It is not known whether this holds: ${one.text ?? one.title}`
      : `This does not hold: ${one.text ?? one.title}`,
  ),
  props: [prop('verdict', one.verdict), prop('control', one.id)],
  status: STATUS[one.verdict],
  origins: [ORIGIN],
  characterizations: [
    {
      origin: ORIGIN,
      facets: [{ name: 'impact', system: 'urn:plumbline', value: one.impact }],
    },
  ],
  ...(one.waiver ? { deadline: `${one.waiver.until}T23:59:59Z` } : {}),
  remediations: [
    {
      uuid: uuidOf('oscal-remedy', run.lab, one.id),
      lifecycle: 'recommendation',
      title: 'What to do',
      description: fenced(one.remedy),
      remarks: fenced(`asked:\n${askings(one)}`),
    },
  ],
  'related-observations': [{ 'observation-uuid': observationUuid(run, one.id) }],
})
