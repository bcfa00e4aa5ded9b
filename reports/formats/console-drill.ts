import type { DrillEntry, DrillVerdict, Journal, Moment } from '../journal.ts'
import { isAsExpected } from '../journal.ts'
import { type ConsoleOptions, field, hang, paint, plural, type Style } from './text.ts'

/** What a drill would touch, for somebody who has to agree to it. */
export interface BlastReport {
  readonly drill: string
  readonly title: string
  readonly hosts: readonly string[]
  readonly commands: readonly { readonly on: string; readonly does: string }[]
  readonly steadyState: readonly string[]
  readonly controls: readonly string[]
  readonly objectiveSeconds: number
  readonly stake?: { readonly on: string; readonly folders: readonly string[] }
}

export function blastReport(blast: BlastReport, options: ConsoleOptions): string {
  const { drill, title, hosts, commands, steadyState, controls, objectiveSeconds, stake } = blast
  const beside = controls.filter((id) => !steadyState.includes(id))
  return lines([
    paint('bold', title, options),
    ...field('id', drill, options),
    ...field('writes to', hosts.join(', '), options),
    ...commands.flatMap(({ on, does }) => field('by', `${on}: ${does}`, options)),
    ...field('steady', steadyState.join('\n'), options),
    ...field('also read', `${plural(beside.length, 'control')} read what it touches`, options),
    ...(options.verbose ? beside.map((id) => `              ${id}`) : []),
    ...(stake ? field('at stake', `${stake.folders.join(', ')} of ${stake.on}`, options) : []),
    ...field('allowed', span(objectiveSeconds), options),
  ])
}

/** One line of the timeline, as it happens; `from` is when the drill began. */
export function momentLine(moment: Moment, from: string, options: ConsoleOptions): string {
  const tenths = Math.round((Date.parse(moment.at) - Date.parse(from)) / 100)
  const clock = `+${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`
  const head = `  ${clock.padStart(8)}  ${moment.what.padEnd(12)}  `
  const [first = '', ...others] = hang(head, firstLine(moment.says), options)
  const style = STYLES[moment.what]
  return lines([style ? paint(style, head, options) + first.slice(head.length) : first, ...others])
}

const STYLES: Readonly<Partial<Record<Moment['what'], Style>>> = {
  disturbed: 'yellow',
  fault: 'yellow',
  lost: 'red',
  recovered: 'green',
  trouble: 'red',
}

/** How one drill ended, in a line or a few; `record` is the path of what the documents may keep of it, or why there is none. */
export function drillReport(entry: DrillEntry, options: ConsoleOptions, record = ''): string {
  const isGood = isAsExpected(entry)
  const word = `${isGood ? '✓' : '✗'} ${entry.verdict}`
  const facts = [
    ...(entry.recoverySeconds === undefined
      ? []
      : [
          `${entry.recoveredBy === 'procedure' ? 'by its procedure' : 'by itself'} in ${entry.recoverySeconds} s of ${span(entry.objectiveSeconds)}`,
        ]),
    ...(entry.detectSeconds === undefined
      ? []
      : [`noticed by ${entry.detectedBy} after ${entry.detectSeconds} s`]),
    ...(entry.data ? [`${plural(entry.data.files, 'file')}, ${entry.data.lostTotal} lost`] : []),
    ...(entry.dataLossSeconds === undefined ? [] : [`last ${entry.dataLossSeconds} s lost`]),
    ...(entry.rollback === 'failed' ? ['NOT ROLLED BACK: run plumb drill --recover'] : []),
  ]
  const name = entry.fault === undefined ? entry.title : `${entry.title} (under: ${entry.fault})`
  return lines([
    ...headline(word, name, isGood ? 'green' : 'red', options),
    ...field('id', entry.drill, options),
    ...field('how', facts.join('\n'), options),
    ...field(isGood ? 'rightly' : 'because', entry.because.map(firstLine).join('\n'), options),
    ...field('record', record, options),
  ])
}

/** What could not be carried out, by name, and how it all ended. */
export function journalReport(journal: Journal, options: ConsoleOptions): string {
  const { drills, notRun, lab, target } = journal
  const bad = drills.filter((entry) => !isAsExpected(entry)).length
  const exit = exitOfJournal(journal)
  const says =
    drills.length === 0
      ? 'nothing was drilled'
      : bad === 0
        ? `all ${plural(drills.length, 'drill')} went as they must`
        : `${bad} of ${plural(drills.length, 'drill')} did not go as they must`
  return lines([
    ...notRun.flatMap(({ drill, because }) => [
      ...headline('NOT RUN HERE', drill, 'yellow', options),
      ...field('waits for', because, options),
    ]),
    drills.length === 0
      ? paint('yellow', `${lab} on ${target}: ${says}`, options)
      : paint(exit === 0 ? 'green' : 'red', `exit ${exit}  ${lab} on ${target}: ${says}`, options),
  ])
}

function headline(word: string, name: string, style: Style, options: ConsoleOptions) {
  const [first = '', ...others] = hang(`${word}  `, name, options)
  return [paint(style, word, options) + first.slice(word.length), ...others]
}

const EXITS: Readonly<Record<DrillVerdict, 0 | 1 | 2 | 130>> = {
  recovered: 0,
  unsteady: 1,
  missed: 2,
  undisturbed: 2,
  broken: 2,
  interrupted: 130,
}

/** The worst of all drills; 3 when nothing was drilled. */
export function exitOfJournal({ drills }: Pick<Journal, 'drills'>): 0 | 1 | 2 | 3 | 130 {
  if (drills.length === 0) return 3
  const exits = drills.map((entry) =>
    isAsExpected(entry)
      ? 0
      : entry.fault === undefined || entry.verdict === 'interrupted'
        ? EXITS[entry.verdict] || 2
        : 2,
  )
  return exits.reduce((a, b) => (b > a ? b : a))
}

/** What follows are the offenders: the journal has them. */
const firstLine = (text: string): string => text.split('\n', 1)[0] ?? ''

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`

const span = (seconds: number): string =>
  seconds >= 7200
    ? `${Math.round(seconds / 3600)} h`
    : seconds >= 120
      ? `${Math.round(seconds / 60)} min`
      : `${seconds} s`

/** What came of undoing what interrupted drills left; `out` is the folder that was looked through. */
export function recoveryReport(
  recovered: readonly {
    readonly lab: string
    readonly gone?: string
    readonly undone: number
    readonly wrong: readonly string[]
    readonly unsteady: readonly string[]
  }[],
  out: string,
  options: ConsoleOptions,
): string {
  if (recovered.length === 0)
    return `no drill that writes to ${out} was interrupted: there is nothing to undo\n`
  return lines(
    recovered.flatMap(({ lab, gone, undone, wrong, unsteady }) =>
      gone !== undefined
        ? [`${lab}: ${gone}`]
        : wrong.length + unsteady.length === 0
          ? [
              paint(
                'green',
                `✓ ${lab}: ${plural(undone, 'step')} undone, all is well again`,
                options,
              ),
            ]
          : [
              paint('red', `✗ ${lab}: ${plural(undone, 'step')} undone`, options),
              ...field('left', wrong.join('\n'), options),
              ...field('unwell', unsteady.join('\n'), options),
            ],
    ),
  )
}
