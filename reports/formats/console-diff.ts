import type { Changed, ChangedFact, Diff } from '../diff.ts'
import { exitOfDiff } from '../diff.ts'
import {
  below,
  type ConsoleOptions,
  field,
  hang,
  moment,
  paint,
  plural,
  type Style,
} from './text.ts'

const FACTS_SHOWN = 10
const READERS_SHOWN = 3

/** What changed between two runs, as text for a person: what got worse first. */
export function diffReport(diff: Diff, options: ConsoleOptions): string {
  const parts = [
    header(diff, options),
    ...list('✗ fails now', 'red', diff.newlyFailing, options),
    ...list('✗ waiver lapsed', 'red', diff.lapsed, options),
    ...list('✗ fails for more', 'red', diff.worse, options),
    ...list('? no longer known', 'yellow', diff.newlyUnverifiable, options),
    ...list('? no longer judged', 'yellow', diff.gone, options),
    ...list('~ accepted now', 'cyan', diff.newlyWaived, options),
    mended('✓ fixed', diff.fixed, options),
    mended('✓ known again', diff.toldAgain, options),
    mended('- otherwise', diff.other, options),
    ...facts(diff, options),
    ending(diff, options),
  ]
  const shown = options.quiet ? parts.slice(-1) : parts
  return `${shown
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function header({ lab, target, from, to }: Diff, options: ConsoleOptions): readonly string[] {
  const turned = from.takenAt > to.takenAt ? ', which is the older one' : ''
  return [
    paint('bold', `${lab} on ${target}: what changed`, options),
    ...hang('from       ', `${moment(from.takenAt)}, ${from.path}`, options),
    ...hang('to         ', `${moment(to.takenAt)}, ${to.path}${turned}`, options),
  ]
}

const list = (
  word: string,
  style: Style,
  changed: readonly Changed[],
  options: ConsoleOptions,
): readonly (readonly string[])[] =>
  changed.map((one) => [
    ...painted(style, `${word}  `, `${one.impact}: ${one.title}`, options),
    ...field('id', one.id, options),
    ...field('was', one.from ?? 'not judged', options),
    ...field('because', one.because, options),
    ...(one.waiver
      ? field(
          'accepted',
          `until ${one.waiver.until} by ${one.waiver.acceptedBy}: ${one.waiver.because}`,
          options,
        )
      : []),
    ...(one.to === undefined ? [] : field('do', one.remedy, options)),
  ])

const mended = (
  word: string,
  changed: readonly Changed[],
  options: ConsoleOptions,
): readonly string[] =>
  changed.flatMap(({ id, from, to }) =>
    painted('green', `${word}  `, `${id} (${from ?? 'not judged'} → ${to})`, options),
  )

function painted(
  style: Style,
  head: string,
  text: string,
  options: ConsoleOptions,
): readonly string[] {
  const [first = '', ...others] = hang(head, text, options)
  return [paint(style, head, options) + first.slice(head.length), ...others]
}

function facts({ facts: changed }: Diff, options: ConsoleOptions): readonly (readonly string[])[] {
  if (changed === undefined)
    return [hang('facts      ', 'not compared: one of the snapshots is not at hand', options)]
  const shown = options.verbose ? changed : changed.slice(0, FACTS_SHOWN)
  const more = changed.length - shown.length
  const told =
    changed.length === 0
      ? 'none changed under an unchanged verdict'
      : `${plural(changed.length, 'fact')} changed, and nobody who read them changed his mind`
  return [
    [
      ...hang('facts      ', told, options),
      ...shown.flatMap((one) => fact(one, options)),
      ...(more > 0 ? hang('    ', `… and ${more} more, see --verbose or --json`, options) : []),
    ],
  ]
}

function fact({ fact: key, differs, readers }: ChangedFact, options: ConsoleOptions) {
  const names = readers.slice(0, READERS_SHOWN).join(', ')
  const more = readers.length - READERS_SHOWN
  return [
    ...hang('    ', `${key}, read by ${names}${more > 0 ? ` and ${more} more` : ''}`, options),
    ...below(differs, options),
  ]
}

function ending(diff: Diff, options: ConsoleOptions): readonly string[] {
  const exit = exitOfDiff(diff)
  const worse = diff.newlyFailing.length + diff.lapsed.length + diff.worse.length
  const dark = diff.newlyUnverifiable.length + diff.gone.length
  const better = diff.fixed.length + diff.toldAgain.length
  const says = [
    ...(worse > 0 ? [`${worse} got worse`] : []),
    ...(dark > 0 ? [`${dark} no longer known`] : []),
    ...(better > 0 ? [`${better} better`] : []),
    `${diff.unchanged} as before`,
  ].join(', ')
  const style = ({ 0: 'green', 1: 'yellow', 2: 'red' } as const)[exit]
  return painted(style, `exit ${exit}  `, says, options)
}
