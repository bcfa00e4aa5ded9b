import type { Judgement } from '../../harness/model/judgement.ts'
import { type ConsoleOptions, field, hang, moment, paint, plural } from './text.ts'

/** What a change does to a lab, as the gate found it. */
export interface GateReport {
  readonly lab: string
  /** Where it was seen: what a replica looks like is not what the lab looks like. */
  readonly target: string
  readonly takenAt: string
  readonly touched: number
  readonly failing: readonly Judgement[]
  readonly untold: readonly Judgement[]
  readonly newlyFailing: readonly Judgement[]
  readonly newlyUnverifiable: readonly Judgement[]
  readonly fixed: readonly Judgement[]
  readonly assumed: readonly string[]
  readonly ignored: readonly string[]
}

/** The gate's word as text for a person: what the change breaks first. */
export function gateReport(report: GateReport, options: ConsoleOptions): string {
  const { lab, target, takenAt, touched } = report
  const parts = [
    [
      paint('bold', `${lab}: what the change would do`, options),
      ...hang(
        'seen       ',
        `${moment(takenAt)} on ${target}, the snapshot it is applied to`,
        options,
      ),
      ...hang('touched    ', `${plural(touched, 'control')} read what it changes`, options),
      ...report.assumed.flatMap((says) => hang('assumed    ', says, options)),
      ...report.ignored.flatMap((says) => hang('no fact    ', `is about ${says}`, options)),
    ],
    ...report.newlyFailing.map((one) => told('✗ breaks', one, options)),
    ...report.newlyUnverifiable.map((one) => told('? hides', one, options)),
    ...report.failing.map((one) => told('✗ fails already', one, options)),
    ...report.untold.map((one) => told('? dark already', one, options)),
    ...report.fixed.map((one) => [`${paint('green', '✓ mends', options)}  ${one.id}`]),
    ending(report, options),
  ]
  const shown = options.quiet ? parts.slice(-1) : parts
  return `${shown
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function told(word: string, one: Judgement, options: ConsoleOptions): readonly string[] {
  const head = `${word}  `
  const [first = '', ...others] = hang(head, one.title, options)
  return [
    paint(word.startsWith('✗') ? 'red' : 'yellow', head, options) + first.slice(head.length),
    ...others,
    ...field('id', one.id, options),
    ...field(one.verdict === 'fail' ? 'would be' : 'missing', one.because, options),
    ...field('do', one.remedy, options),
  ]
}

/** 2 when something would fail, 1 when something could not be told, else 0. */
export const exitOfGate = ({
  failing,
  newlyFailing,
  newlyUnverifiable,
  untold,
}: Pick<GateReport, 'failing' | 'newlyFailing' | 'newlyUnverifiable' | 'untold'>): 0 | 1 | 2 =>
  failing.length + newlyFailing.length > 0
    ? 2
    : untold.length + newlyUnverifiable.length > 0
      ? 1
      : 0

function ending(report: GateReport, options: ConsoleOptions): readonly string[] {
  const exit = exitOfGate(report)
  const { failing, newlyFailing, newlyUnverifiable, untold } = report
  const says = {
    0: `nothing that is known breaks; ${plural(report.fixed.length, 'control')} mended`,
    1: `${plural(newlyUnverifiable.length + untold.length, 'control')} could not be told: not safe to go on`,
    2: `${newlyFailing.length} would break${failing.length > 0 ? `, ${failing.length} fail already` : ''}: do not go on`,
  }[exit]
  const style = ({ 0: 'green', 1: 'yellow', 2: 'red' } as const)[exit]
  return [paint(style, `exit ${exit}  ${says}`, options)]
}
