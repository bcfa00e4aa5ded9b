import type { Verdict } from '../../harness/model/verdict.ts'
import type { Format } from '../format.ts'
import type { Run, RunVerdict } from '../run.ts'
import { json } from './json.ts'
import { inline } from './markdown.ts'
import {
  bugObservation,
  isRisky,
  observationOf,
  observationUuid,
  riskOf,
  riskUuid,
  snapshotUuid,
} from './oscal/observations.ts'
import { definitionsOf } from './oscal/subjects.ts'
import { controlId, FILES, list, metadata, prop, statementId, versionOf } from './oscal/words.ts'
import { uuidOf } from './uuid.ts'

/** OSCAL assessment results: a finding per statement, an observation per control, a risk per verdict that is no pass. */
export const format: Format = {
  file: FILES.results,
  of: (run) => json({ 'assessment-results': resultsOf(run) }),
}

function resultsOf(run: Run) {
  const plan = uuidOf('oscal-plan', run.lab)
  return {
    uuid: uuidOf('oscal-results', run.snapshotDigest, judgedAs(run)),
    metadata: metadata(
      inline(`${run.lab} on ${run.target}`),
      run.takenAt,
      run.snapshotDigest.slice(0, 12),
    ),
    'import-ap': { href: `#${plan}` },
    results: [resultOf(run)],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'What is assessed, and how',
          description: 'There is no separate plan: every control of the component definition is.',
          rlinks: [{ href: FILES.component }, { href: FILES.catalog }],
        },
        {
          uuid: snapshotUuid(run),
          title: 'The facts that were judged',
          rlinks: [
            {
              href: 'snapshot.json',
              'media-type': 'application/json',
              hashes: [{ algorithm: 'SHA-256', value: run.snapshotDigest }],
            },
          ],
        },
      ],
    },
  }
}

function resultOf(run: Run) {
  const statements = [
    ...Map.groupBy(run.verdicts, (one) => controlId(one.profile, one.statement)).values(),
  ].map((verdicts) => ({ verdicts, verdict: worstOf(verdicts) }))
  const { verdicts, broken, summary } = run
  return {
    uuid: uuidOf('oscal-result', run.snapshotDigest, judgedAs(run)),
    title: inline(`${run.lab} on ${run.target}`),
    description: inline(describe(run)),
    start: run.startedAt,
    end: run.takenAt,
    props: [
      prop('exit', String(run.exit)),
      ...Object.entries(summary).map(([verdict, count]) => prop(verdict, String(count))),
      prop('bugs', String(broken.length)),
      prop('inventory-sha256', run.inventoryDigest),
    ],
    'local-definitions': definitionsOf(run),
    'reviewed-controls': { 'control-selections': [selectionOf(run)] },
    ...list('observations', [
      ...verdicts.map((one) => observationOf(run, one)),
      ...broken.map((bug) => bugObservation(run, bug)),
    ]),
    ...list(
      'risks',
      verdicts.filter(isRisky).map((one) => riskOf(run, one)),
    ),
    ...list(
      'findings',
      statements
        // What the inventory declares absent is neither satisfied nor not: its observation says so.
        .filter(({ verdict }) => verdict !== 'not-applicable')
        .map((statement) => findingOf(run, statement.verdicts, statement.verdict)),
    ),
  }
}

/** The same facts may be judged again, by other controls. */
const judgedAs = ({ verdicts, broken }: Run): string =>
  versionOf([verdicts.map(({ id, verdict }) => [id, verdict]), broken])

const WORST_FIRST: readonly Verdict[] = ['fail', 'unverifiable', 'waived', 'pass', 'not-applicable']

const worstOf = (verdicts: readonly RunVerdict[]): Verdict =>
  WORST_FIRST.find((wanted) => verdicts.some(({ verdict }) => verdict === wanted)) ?? 'unverifiable'

/** Satisfied is what passes, and nothing else: what could not be told is not, with a reason of its own. */
function findingOf(run: Run, verdicts: readonly RunVerdict[], verdict: Verdict) {
  const [one] = verdicts
  const { profile = '', statement = '' } = one ?? {}
  return {
    uuid: uuidOf('oscal-finding', run.snapshotDigest, profile, statement),
    title: inline(`${statement}: ${verdict}`),
    description: inline(one?.text ?? statement),
    props: [prop('verdict', verdict), prop('statement', statement)],
    target: {
      type: 'statement-id',
      'target-id': statementId(profile, statement),
      status: { state: verdict === 'pass' ? 'satisfied' : 'not-satisfied', reason: verdict },
    },
    'related-observations': verdicts.map(({ id }) => ({
      'observation-uuid': observationUuid(run, id),
    })),
    ...list(
      'related-risks',
      verdicts.filter(isRisky).map(({ id }) => ({ 'risk-uuid': riskUuid(run, id) })),
    ),
  }
}

/** Statements that were judged; one whose every control is declared absent was not. */
function selectionOf({ verdicts }: Run) {
  const judged = new Set(
    verdicts
      .filter(({ verdict }) => verdict !== 'not-applicable')
      .map((one) => controlId(one.profile, one.statement)),
  )
  return {
    description: judged.size > 0 ? 'The statements that were judged.' : 'Nothing was judged.',
    ...list(
      'include-controls',
      [...judged].sort().map((id) => ({ 'control-id': id })),
    ),
  }
}

function describe({ summary, broken, only }: Run): string {
  const { pass, fail, unverifiable, waived, notApplicable } = summary
  const told = `${pass} controls pass, ${fail} fail, ${unverifiable} could not be verified, ${waived} are waived, ${notApplicable} are not applicable.`
  const part = only?.length ? ` Only ${only.join(', ')} was judged.` : ''
  const bugs = broken.length > 0 ? ` ${broken.length} bugs of ours: no proof of anything.` : ''
  return `${told}${part}${bugs}`
}
