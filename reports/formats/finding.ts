import type { Evidence } from '../../harness/model/fact.ts'
import type { Judgement } from '../../harness/model/judgement.ts'
import type { RunVerdict } from '../run.ts'
import { below, type ConsoleOptions, field, hang, paint, plural, type Style } from './text.ts'

const MARKS: Readonly<Record<Judgement['verdict'], readonly [sign: string, style: Style]>> = {
  fail: ['✗', 'red'],
  unverifiable: ['?', 'yellow'],
  waived: ['~', 'cyan'],
  pass: ['✓', 'green'],
  'not-applicable': ['-', 'dim'],
}
const IMPACTS: readonly Judgement['impact'][] = ['critical', 'high', 'medium', 'low']
const OFFENDERS_SHOWN = 5
const EVIDENCE_SHOWN = 3
const ASK_SHOWN = 90

/** Those of one verdict, worst impact first. */
export const those = (
  verdicts: readonly RunVerdict[],
  wanted: Judgement['verdict'],
): readonly RunVerdict[] =>
  IMPACTS.flatMap((impact) =>
    verdicts
      .filter((one) => one.verdict === wanted && one.impact === impact)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )

/** `✗ critical  Only media workloads answer on the LAN`. */
function headline(one: RunVerdict, options: ConsoleOptions): readonly string[] {
  const [sign, style] = MARKS[one.verdict]
  const head = `${sign} ${one.impact.padEnd(8)}  `
  const [first = '', ...others] = hang(head, one.title, options)
  return [paint(style, head, options) + first.slice(head.length), ...others]
}

/** A headline with the id at its end, on one line when it fits. */
export function brief(one: RunVerdict, options: ConsoleOptions): readonly string[] {
  const id = paint('dim', one.id, options)
  const lines = headline(one, options)
  const room = options.columns - one.id.length - 2
  const [only = ''] = lines
  return lines.length === 1 && one.title.length + 12 <= room
    ? [`${only}  ${id}`]
    : [...lines, `            ${id}`]
}

/** All a person needs to act on a finding. */
export function finding(one: RunVerdict, options: ConsoleOptions): readonly string[] {
  return [
    ...headline(one, options),
    ...field('id', one.id, options),
    ...field('document', wordsOf(one), options),
    ...field('asked', askedOf(one), options),
    ...field(one.verdict === 'fail' ? 'seen' : 'missing', one.because, options),
    ...below(offendersOf(one), options),
    ...field('do', one.remedy, options),
  ]
}

/** A violation that somebody accepted, and until when. */
export function accepted(one: RunVerdict, options: ConsoleOptions): readonly string[] {
  return [
    ...headline(one, options),
    ...field('id', one.id, options),
    ...field('seen', one.because, options),
    ...below(offendersOf(one), options),
    ...(one.waiver
      ? [
          ...field('until', `${one.waiver.until}, accepted by ${one.waiver.acceptedBy}`, options),
          ...field('because', one.waiver.because, options),
        ]
      : []),
  ]
}

const wordsOf = ({ statement, heading, section, text }: RunVerdict): string =>
  `${statement}, ${heading ?? section}${text ? `: ${text}` : ''}`

function askedOf({ evidence, reads }: RunVerdict): string {
  const shown = evidence.slice(0, EVIDENCE_SHOWN).map(answerOf)
  const more = evidence.length - shown.length
  if (more > 0) shown.push(`and ${plural(more, 'more answer')}`)
  if (shown.length > 0) return shown.join('\n')
  return reads.length > 0 ? `nobody answered for ${reads.join(', ')}` : 'nobody'
}

/** The whole question is in run.json; here it only has to be recognised. */
const answerOf = ({ source, ask, reality }: Evidence): string => {
  const line = ask.replaceAll(/\s+/g, ' ')
  const short = line.length > ASK_SHOWN ? `${line.slice(0, ASK_SHOWN)}…` : line
  return `${source}: ${short} (${reality})`
}

/** Offenders that the reason does not show already. */
function offendersOf({ because, offenders, offendersTotal }: RunVerdict): readonly string[] {
  const shown = offenders.slice(0, OFFENDERS_SHOWN).map((one) => JSON.stringify(one))
  if (shown.every((one) => because.includes(one))) return []
  const more = offendersTotal - shown.length
  return more > 0 ? [...shown, `… and ${more} more, see run.json`] : shown
}
