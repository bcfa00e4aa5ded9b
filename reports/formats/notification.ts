import type { Change, Trouble } from '../night.ts'
import type { Summary } from '../run.ts'
import { clean, moment, plural } from './text.ts'

/** What one channel has to be told of one night. */
export interface News {
  readonly lab: string
  readonly target: string
  /** When the night ended, ISO 8601. */
  readonly at: string
  readonly changes: readonly Change[]
  /** Why this night is no proof; told when it is new. */
  readonly trouble?: Trouble
  /** The trouble of nights before, when it is over. */
  readonly over?: Trouble
  /** What came and went while this channel could not be told, one line each. */
  readonly missed: readonly string[]
  /** All that is bad, for the digest. */
  readonly standing?: readonly Change[]
  /** Absent when nothing was judged. */
  readonly summary?: Summary
  /** Where to read on. */
  readonly report?: string
}

/** The same for every channel, which cuts it to its measure. */
export interface Message {
  readonly subject: string
  readonly text: string
  /** Whether something is bad now. */
  readonly isBad: boolean
  readonly news: News
}

const SHOWN = 8
const REASON = 240

/** Puts the news of a night into words. */
export function messageOf(news: News): Message {
  const sorted = sort(news.changes)
  const { failing, untold, lost } = sorted
  const text = [
    `${news.lab} on ${news.target}, night of ${moment(news.at)}`,
    ...(news.trouble ? [troubleText(news.trouble)] : []),
    ...(news.over ? [`The nights are as they were again. Before: ${news.over.says}`] : []),
    ...section('Fails', failing),
    ...[...lost].map(([source, them]) =>
      [
        `${line(source)} gives no answer: ${plural(them.length, 'control')} cannot be told${failedBefore(them)}`,
      ]
        .concat(reasonOf(withoutFact(them[0]?.because ?? '')), listed(them))
        .join('\n'),
    ),
    ...section('Cannot be told', untold),
    ...good(sorted),
    ...(news.missed.length > 0
      ? [`Came and went while this could not be told:\n${news.missed.map(indent).join('\n')}`]
      : []),
    ...section('Still', news.standing ?? []),
    ...closing(news),
  ]
  return {
    subject: subjectOf(news, sorted),
    text: `${text.join('\n\n')}\n`,
    isBad: isBadNow(news),
    news,
  }
}

/** Changes by what they mean. */
function sort(changes: readonly Change[]) {
  const lost = new Map<string, Change[]>()
  const found = new Map<string, Change[]>()
  const rest = changes.filter((change) => {
    const group = change.to === 'unverifiable' ? lost : change.to === 'pass' ? found : undefined
    if (!change.lost || !group) return true
    group.set(change.lost, [...(group.get(change.lost) ?? []), change])
    return false
  })
  const wasBad = ({ from }: Change) => from === 'fail' || from === 'unverifiable'
  return {
    lost,
    found,
    failing: rest.filter(({ to }) => to === 'fail'),
    untold: rest.filter(({ to }) => to === 'unverifiable'),
    passing: rest.filter((change) => change.to === 'pass' && wasBad(change)),
    other: rest.filter(
      (change) =>
        change.to !== 'fail' &&
        change.to !== 'unverifiable' &&
        !(change.to === 'pass' && wasBad(change)),
    ),
  }
}

type Sorted = ReturnType<typeof sort>

function good({ found, passing, other }: Sorted): readonly string[] {
  return [
    ...[...found].map(
      ([source, them]) =>
        `${source} answers again: ${plural(them.length, 'control')} ${them.length === 1 ? 'passes' : 'pass'}`,
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

function section(title: string, changes: readonly Change[]): readonly string[] {
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

const indent = (line: string): string => `  ${line}`
const reasonOf = (because: string): readonly string[] =>
  because === '' ? [] : [`  ${short(because)}`]

/** What has to stay on its line. */
const line = (text: string): string => clean(text).replaceAll('\n', ' ')

/** The first line, cut: all of it is in run.json. */
function short(text: string): string {
  const first = clean(text.split('\n')[0] ?? '')
  return first.length > REASON ? `${first.slice(0, REASON)}…` : first
}

const HEADS: Readonly<Record<Trouble['kind'], string>> = {
  deadline: 'The run hung and was ended: nothing was judged',
  'bad input': 'The lab was not judged: what it is described by cannot be used',
  crash: 'The run broke off: nothing was judged',
  bug: 'A bug of ours: this run is no proof of anything',
  'nothing judged': 'Nothing was judged',
  waivers: 'Waivers accept what is no longer there',
  interrupted: 'The run was interrupted: nothing was judged',
}

const troubleText = ({ kind, says }: Trouble): string =>
  [HEADS[kind], ...clean(says).split('\n').slice(0, 20).map(indent)].join('\n')

function subjectOf({ lab, trouble, over, missed, standing }: News, sorted: Sorted): string {
  const { failing, untold, lost, found, passing, other } = sorted
  const count = (n: number, one: string, many: string) =>
    n > 0 ? [`${n} ${n === 1 ? one : many}`] : []
  const parts = [
    ...(trouble ? [HEADS[trouble.kind]] : []),
    ...(failing.length === 1 ? [`fails: ${line(failing[0]?.title ?? '')}`] : []),
    ...(failing.length > 1 ? [`${failing.length} fail`] : []),
    ...[...lost].map(([source, them]) => `${line(source)} lost (${them.length} cannot be told)`),
    ...count(untold.length, 'cannot be told', 'cannot be told'),
    ...[...found.keys()].map((source) => `${line(source)} is back`),
    ...(passing.length === 1 ? [`passes again: ${line(passing[0]?.title ?? '')}`] : []),
    ...(passing.length > 1 ? [`${passing.length} pass again`] : []),
    ...count(other.length, 'other change', 'other changes'),
    ...(over ? ['nights run again'] : []),
    ...(missed.length > 0 ? [`${missed.length} missed`] : []),
    ...(standing ? [`digest: ${standing.length || 'nothing'} to look at`] : []),
  ]
  return `[${lab}] ${parts.join(', ')}`
}

function closing({ summary, report }: News): readonly string[] {
  if (!summary) return []
  const { pass, fail, unverifiable, waived, notApplicable } = summary
  const now = `Now: ${fail} fail, ${unverifiable} cannot be told, ${waived} waived, ${pass} pass, ${notApplicable} not applicable`
  return [report ? `${now}\n${report}` : now]
}

const isBadNow = ({ trouble, changes, summary, standing }: News): boolean =>
  trouble !== undefined ||
  (standing !== undefined && standing.length > 0) ||
  changes.some(({ to }) => to === 'fail' || to === 'unverifiable') ||
  (summary !== undefined && summary.fail + summary.unverifiable > 0)
