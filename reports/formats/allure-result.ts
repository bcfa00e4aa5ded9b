import { Status } from 'allure-js-commons'
import type { RuntimeMessage } from 'allure-js-commons/sdk'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Waiver } from '../../harness/model/waiver.ts'
import type { Broken, RunVerdict } from '../run.ts'
import { realitiesOf } from '../tell.ts'
import { historyIdOf } from './allure-id.ts'
import { clean, plural } from './text.ts'

/** One result as Allure is told it. Status and labels are final: nothing is left for Allure to guess. */
export interface AllureResult {
  /** Unique in its folder, and the same in every run. */
  readonly id: string
  readonly name: string
  readonly status: Status
  /** What stands under the name; empty for a pass. */
  readonly message: string
  readonly titlePath: readonly string[]
  /** How long the slowest of the answers took to come. */
  readonly tookMs: number
  /** Where it was found out, when that is not where the run was. */
  readonly target?: string
  /** Profile and statement: results are shown in the order of the document. */
  readonly place: string
  readonly labels: readonly { readonly name: string; readonly value: string }[]
  readonly description: string
  readonly attachments: readonly { readonly name: string; readonly value: unknown }[]
}

/** Unverifiable is broken, never skipped: a skipped result is harmless everywhere. */
export const STATUS: Readonly<Record<Judgement['verdict'], Status>> = {
  pass: Status.PASSED,
  fail: Status.FAILED,
  unverifiable: Status.BROKEN,
  waived: Status.SKIPPED,
  'not-applicable': Status.SKIPPED,
}

/** Allure has one step above critical and one below minor; ours are the four in between. */
const SEVERITY: Readonly<Record<Judgement['impact'], string>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'normal',
  low: 'minor',
}

/** Epic is the profile, feature the heading, story the statement. */
export function resultOf(one: RunVerdict): AllureResult {
  const heading = one.heading ?? one.section
  const label = (name: string, value: string) => ({ name, value })
  return {
    id: one.id,
    name: clean(one.title),
    status: STATUS[one.verdict],
    message: messageOf(one),
    titlePath: [one.profile, heading],
    tookMs: Math.round(Math.max(0, ...one.evidence.map(({ tookMs }) => tookMs))),
    place: `${one.profile} ${one.statement}`,
    labels: [
      label('epic', one.profile),
      label('feature', heading),
      label('story', one.text ? `${one.statement} ${one.text}` : one.statement),
      label('severity', SEVERITY[one.impact]),
      label('verdict', one.verdict),
      label('reality', realitiesOf(one.evidence).join(', ') || 'none'),
      label('impact', one.impact),
      ...(one.owner ? [label('owner', clean(one.owner))] : []),
      ...(one.waiver ? [label('accepted', acceptedAs(one.waiver))] : []),
      ...[one.kind, one.strength, ...one.standards].map((value) => label('tag', value)),
      label('framework', 'plumbline'),
    ],
    description: descriptionOf(one),
    attachments: [
      ...(one.evidence.length > 0 ? [{ name: 'evidence.json', value: one.evidence }] : []),
      ...(one.offenders.length > 0 ? [{ name: 'offenders.json', value: one.offenders }] : []),
    ],
  }
}

export const bugIdOf = ({ spec, message }: Broken): string => `broken ${spec} ${message}`

/** A bug of ours, in the place of the verdicts it prevented. */
export const bugOf = ({ spec, message }: Broken): AllureResult => ({
  id: bugIdOf({ spec, message }),
  name: `A bug of ours: ${clean(spec || 'the run itself')}`,
  status: Status.BROKEN,
  message: clean(message),
  titlePath: ['a bug of ours'],
  tookMs: 0,
  place: '',
  labels: [
    { name: 'epic', value: 'a bug of ours' },
    { name: 'severity', value: 'blocker' },
    { name: 'verdict', value: 'broken' },
    { name: 'framework', value: 'plumbline' },
  ],
  description: 'Nobody judged what this spec claims. No verdict of this run is proof of anything.',
  attachments: [],
})

export function messageOf({ verdict, because, waiver }: RunVerdict): string {
  if (verdict === 'pass') return ''
  const accepted = waiver ? `accepted ${acceptedAs(waiver)}: ${waiver.because}\n` : ''
  return clean(`${verdict}: ${accepted}${because}`)
}

/** Until when a violation is accepted, and who accepts it. */
const acceptedAs = ({ until, acceptedBy }: Waiver): string =>
  clean(`until ${until} by ${acceptedBy}`)

const ASKED_SHOWN = 8

/** Markdown. What the lab said is fenced: it is text, never markup. What was seen is the message, and stands above it. */
function descriptionOf(one: RunVerdict): string {
  const asked = one.evidence
    .slice(0, ASKED_SHOWN)
    .map(({ source, ask, takenAt, reality }) => `${source}: ${ask} (${reality}, ${takenAt})`)
  const more = one.evidence.length - asked.length
  if (more > 0) asked.push(`and ${plural(more, 'more answer')}, see evidence.json`)
  const { waiver } = one
  return [
    ...part('The document says', prose(`${one.statement} ${one.text ?? ''}`.trim())),
    ...part('What to do', prose(one.remedy)),
    ...part('Accepted', waiver ? prose(`${acceptedAs(waiver)}: ${waiver.because}`) : ''),
    ...part('Who was asked', asked.length > 0 ? fence(asked.join('\n')) : ''),
    ...part('What it is', prose(`${one.impact} impact, ${one.strength}, ${one.kind}`)),
    ...part('Standards', prose(one.standards.join(', '))),
  ].join('\n\n')
}

/** Our own words, with their `code` and without any other markup. */
export const prose = (text: string): string =>
  clean(text)
    .split(/(`[^`]*`)/)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll(/[\\`*_[\]<>&#!|~]/g, '\\$&')))
    .join('')

export const part = (heading: string, text: string): readonly string[] =>
  text === '' ? [] : [`**${heading}**`, text]

export function fence(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}text\n${clean(text)}\n${ticks}`
}

/** The result as messages of Allure's runtime: what a test would have told about itself. */
export const messagesOf = (
  result: AllureResult,
  { lab, target }: { readonly lab?: string; readonly target?: string },
  on = result.target ?? target,
): readonly RuntimeMessage[] => [
  {
    type: 'metadata',
    data: {
      ...(lab ? { historyId: historyIdOf(lab, result.id) } : {}),
      testCaseId: result.id,
      displayName: result.name,
      description: result.description,
      parameters: [
        ...(lab ? [{ name: 'lab', value: lab }] : []),
        // Runs on other targets have a history of their own: it takes no part in telling controls apart.
        ...(on ? [{ name: 'target', value: on, excluded: true }] : []),
      ],
    },
  },
  ...result.attachments.map(({ name, value }): RuntimeMessage => {
    const json = JSON.stringify(value, null, 1)
    return {
      type: 'attachment_content',
      data: {
        name,
        content: Buffer.from(json).toString('base64'),
        encoding: 'base64',
        contentType: 'application/json',
        wrapInStep: false,
      },
    }
  }),
]
