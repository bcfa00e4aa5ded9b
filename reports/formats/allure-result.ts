import { Status } from 'allure-js-commons'
import type { RuntimeMessage } from 'allure-js-commons/sdk'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { Broken, RunVerdict } from '../run.ts'
import { realitiesOf } from '../tell.ts'
import { clean } from './text.ts'

/** One result as Allure is told it. Status and labels are final: nothing is left for Allure to guess. */
export interface AllureResult {
  /** Unique in its folder, and the same in every run. */
  readonly id: string
  readonly name: string
  readonly status: Status
  /** What stands under the name; empty for a pass. */
  readonly message: string
  readonly titlePath: readonly string[]
  readonly labels: readonly { readonly name: string; readonly value: string }[]
  readonly description: string
  readonly attachments: readonly { readonly name: string; readonly value: unknown }[]
}

/** Unverifiable is broken, never skipped: a skipped result is harmless everywhere. */
const STATUS: Readonly<Record<Judgement['verdict'], Status>> = {
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
    labels: [
      label('epic', one.profile),
      label('feature', heading),
      label('story', one.text ? `${one.statement} ${one.text}` : one.statement),
      label('severity', SEVERITY[one.impact]),
      label('verdict', one.verdict),
      label('reality', realitiesOf(one.evidence).join(', ') || 'none'),
      label('impact', one.impact),
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

/** A bug of ours, in the place of the verdicts it prevented. */
export const bugOf = ({ spec, message }: Broken): AllureResult => ({
  id: `broken ${spec} ${message}`,
  name: `A bug of ours: ${clean(spec || 'the run itself')}`,
  status: Status.BROKEN,
  message: clean(message),
  titlePath: ['a bug of ours'],
  labels: [
    { name: 'epic', value: 'a bug of ours' },
    { name: 'severity', value: 'blocker' },
    { name: 'verdict', value: 'broken' },
    { name: 'framework', value: 'plumbline' },
  ],
  description: 'Nobody judged what this spec claims. No verdict of this run is proof of anything.',
  attachments: [],
})

function messageOf({ verdict, because, waiver }: RunVerdict): string {
  if (verdict === 'pass') return ''
  const accepted = waiver
    ? `until ${waiver.until}, accepted by ${waiver.acceptedBy}: ${waiver.because}\n`
    : ''
  return clean(`${verdict}: ${accepted}${because}`)
}

/** Markdown. What the lab said is fenced: it is text, never markup. */
function descriptionOf(one: RunVerdict): string {
  const asked = one.evidence.map(({ source, ask, takenAt }) => `${source}: ${ask} (${takenAt})`)
  return [
    ...part('The document says', fence(`${one.statement} ${one.text ?? ''}`.trim())),
    ...part('What was seen', one.because && fence(one.because)),
    ...part('What to do', fence(one.remedy)),
    ...part('Who was asked', asked.length > 0 ? fence(asked.join('\n')) : ''),
    ...part('Accepted', one.waiver ? fence(messageOf(one)) : ''),
    ...part('Control', fence(one.id)),
  ].join('\n\n')
}

const part = (heading: string, text: string): readonly string[] =>
  text === '' ? [] : [`**${heading}**`, text]

function fence(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}text\n${clean(text)}\n${ticks}`
}

/** The result as messages of Allure's runtime: what a test would have told about itself. */
export const messagesOf = (result: AllureResult, historyId: string): readonly RuntimeMessage[] => [
  {
    type: 'metadata',
    data: {
      historyId,
      testCaseId: result.id,
      displayName: result.name,
      description: result.description,
    },
  },
  ...result.attachments.map(({ name, value }): RuntimeMessage => {
    const json = JSON.stringify(value, null, 2)
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
