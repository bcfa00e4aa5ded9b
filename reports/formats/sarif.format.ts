import type { Invocation, Location, Log, ReportingDescriptor, Result } from 'sarif'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Verdict } from '../../harness/model/verdict.ts'
import type { Format } from '../format.ts'
import type { Run, RunVerdict } from '../run.ts'
import { json } from './json.ts'
import { documentPath, linesOf } from './lines.ts'
import { askings, saying } from './saying.ts'
import { clean } from './text.ts'
import { uuidOf } from './uuid.ts'

/** `open`: too little is known to say whether there is a problem. A waived one has failed, and its suppression says who accepted it. */
const KIND: Readonly<Record<Verdict, NonNullable<Result['kind']>>> = {
  pass: 'pass',
  fail: 'fail',
  unverifiable: 'open',
  waived: 'fail',
  'not-applicable': 'notApplicable',
}

const LEVEL: Readonly<Record<Judgement['impact'], 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
}

/** What code scanning sorts by. */
const SEVERITY: Readonly<Record<Judgement['impact'], string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  low: '3.0',
}

/** SARIF 2.1.0: a result stands on the line of the document that it is about, and names the spec that judged it. */
export const format: Format = {
  file: 'results.sarif',
  of: (run) => json(logOf(run)),
}

function logOf(run: Run): Log {
  const lines = linesOf(run)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'plumbline', rules: run.verdicts.map(ruleOf) } },
        automationDetails: {
          id: `plumbline/${run.lab}/${run.target}`,
          guid: uuidOf('sarif', run.lab, run.snapshotDigest),
        },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(run)],
        results: run.verdicts.map((one, index) =>
          resultOf(one, index, lines.get(`${one.profile} ${one.statement}`)),
        ),
        properties: {
          snapshotDigest: run.snapshotDigest,
          inventoryDigest: run.inventoryDigest,
          summary: run.summary,
        },
      },
    ],
  }
}

const ruleOf = (one: RunVerdict): ReportingDescriptor => ({
  id: one.id,
  shortDescription: { text: clean(one.title) },
  fullDescription: { text: clean(`${one.statement}: ${one.text ?? one.title}`) },
  help: { text: clean(one.remedy) },
  defaultConfiguration: { level: LEVEL[one.impact] },
  properties: {
    tags: [one.impact, one.strength, one.kind, ...one.standards],
    'security-severity': SEVERITY[one.impact],
  },
})

function resultOf(one: RunVerdict, ruleIndex: number, line: number | undefined): Result {
  const kind = KIND[one.verdict]
  return {
    ruleId: one.id,
    ruleIndex,
    kind,
    level: kind === 'fail' ? LEVEL[one.impact] : 'none',
    message: { text: unlinked(saying(one) || `pass: ${clean(one.title)}`) },
    locations: [locationOf(documentPath(one.profile), line)],
    ...(one.spec ? { relatedLocations: [{ id: 1, ...locationOf(one.spec, undefined) }] } : {}),
    partialFingerprints: { 'control/v1': one.id },
    ...(one.waiver
      ? {
          suppressions: [
            {
              kind: 'external' as const,
              status: 'accepted' as const,
              justification: clean(
                `${one.waiver.acceptedBy}, until ${one.waiver.until}: ${one.waiver.because}`,
              ),
            },
          ],
        }
      : {}),
    properties: {
      verdict: one.verdict,
      statement: one.statement,
      asked: askings(one),
      digests: one.evidence.map(({ digest }) => digest),
      reality: one.reality ?? [],
    },
  }
}

const locationOf = (uri: string, startLine: number | undefined): Location => ({
  physicalLocation: {
    artifactLocation: { uri: encodeURI(uri) },
    ...(startLine === undefined ? {} : { region: { startLine } }),
  },
})

/** In SARIF even plain text has links: `[shown](target)`. What the lab said is never one. */
const unlinked = (text: string): string => text.replaceAll('](', '] (')

/** What could not be told is also told as a notification: many readers show failing results only. */
function invocationOf(run: Run): Invocation {
  return {
    executionSuccessful: run.exit !== 3,
    exitCode: run.exit,
    startTimeUtc: run.startedAt,
    endTimeUtc: run.takenAt,
    toolExecutionNotifications: [
      ...(run.exit === 3 && run.broken.length === 0
        ? [{ level: 'error' as const, message: { text: 'nothing was judged' } }]
        : []),
      ...run.broken.map(({ spec, message }) => ({
        level: 'error' as const,
        message: {
          text: unlinked(clean(`a bug of ours in ${spec || 'the run itself'}: ${message}`)),
        },
      })),
      ...run.verdicts.flatMap((one, index) =>
        one.verdict === 'unverifiable'
          ? [
              {
                level: 'warning' as const,
                message: { text: unlinked(saying(one)) },
                associatedRule: { id: one.id, index },
              },
            ]
          : [],
      ),
    ],
  }
}
