import type { Change } from '../night.ts'
import type { Sorted } from './changes-sorted.ts'
import { clean, moment, plural } from './text.ts'

const SHOWN = 8
const REASON = 240

/** Changes with why, and what to do. */
export function section(title: string, changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return []
  return [
    [
      title,
      ...worstFirst(changes)
        .slice(0, SHOWN)
        .flatMap((one) => [
          `  ${one.impact}: ${line(one.title)}`,
          `    ${one.id}`,
          ...reasonOf(one.because).map(indent),
          `    do: ${short(one.remedy)}`,
        ]),
      ...more(changes),
    ].join('\n'),
  ]
}

/** A source that gives no answer, and what hangs on it. */
export const lostText = (source: string, them: readonly Change[]): string =>
  [
    `${line(source)} gives no answer: ${plural(them.length, 'control')} cannot be told${failedBefore(them)}`,
    ...reasonOf(withoutFact(them[0]?.because ?? '')),
    ...listed(them),
  ].join('\n')

/** What is better than it was, or merely other. */
export function better({ found, passing, other }: Sorted): readonly string[] {
  return [
    ...[...found].map(
      ([source, them]) =>
        `${line(source)} answers again: ${plural(them.length, 'control')} ${them.length === 1 ? 'passes' : 'pass'}`,
    ),
    ...(passing.length > 0
      ? [
          `Passes again\n${briefly(passing, ({ from, since }) => `${from === 'fail' ? 'failed' : 'could not be told'} since ${since ? moment(since) : 'the first night'}`)}`,
        ]
      : []),
    ...(other.length > 0
      ? [
          `Otherwise\n${briefly(other, ({ from, to, because }) => `was ${from ?? 'not judged'}, is ${to ?? 'judged no more'}${because ? `: ${short(because)}` : ''}`)}`,
        ]
      : []),
  ]
}

const listed = (changes: readonly Change[]): readonly string[] => [
  ...worstFirst(changes)
    .slice(0, SHOWN)
    .map(
      ({ impact, title, from }) =>
        `  ${impact}: ${line(title)}${from === 'fail' ? ' (failed before)' : ''}`,
    ),
  ...more(changes),
]

const failedBefore = (changes: readonly Change[]): string => {
  const { length } = changes.filter(({ from }) => from === 'fail')
  return length > 0 ? `, ${length} of them failed before` : ''
}

/** Which fact was missed first says nothing about a host that gave none. */
const withoutFact = (because: string): string => because.replace(/^\S+@\S+ is unknown /, '')

const briefly = (changes: readonly Change[], says: (change: Change) => string): string =>
  [
    ...worstFirst(changes)
      .slice(0, SHOWN)
      .flatMap((one) => [`  ${one.impact}: ${line(one.title)}`, `    ${one.id}, ${says(one)}`]),
    ...more(changes),
  ].join('\n')

const more = ({ length }: readonly unknown[]): readonly string[] =>
  length > SHOWN ? [`  and ${length - SHOWN} more`] : []

const IMPACTS = ['critical', 'high', 'medium', 'low'] as const
const worstFirst = (changes: readonly Change[]): readonly Change[] =>
  changes.toSorted((a, b) => IMPACTS.indexOf(a.impact) - IMPACTS.indexOf(b.impact))

export const indent = (line: string): string => `  ${line}`
const reasonOf = (because: string): readonly string[] =>
  because === '' ? [] : [`  ${short(because)}`]

/** What has to stay on its line. */
export const line = (text: string): string => clean(text).replaceAll('\n', ' ')

/** The first line, cut: all of it is in run.json. */
function short(text: string): string {
  const first = clean(text.split('\n')[0] ?? '')
  return first.length > REASON ? `${first.slice(0, REASON)}…` : first
}
