import type { Change, Trouble } from '../night.ts'
import type { Summary } from '../run.ts'
import { type Sorted, sort } from './changes-sorted.ts'
import { better, indent, line, lostText, section } from './changes-text.ts'
import { clean, moment } from './text.ts'

/** What one channel has to be told of one night. */
export interface News {
  readonly lab: string
  readonly target: string
  /** When the night ended, ISO 8601. */
  readonly at: string
  readonly changes: readonly Change[]
  /** Why this night is no proof; told again with whatever else there is to tell. */
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

/** Puts the news of a night into words. */
export function messageOf(news: News): Message {
  const sorted = sort(news.changes)
  const { failing, untold, lost } = sorted
  const text = [
    `${news.lab} on ${news.target}, night of ${moment(news.at)}`,
    ...(news.trouble ? [troubleText(news.trouble)] : []),
    ...(news.over ? [`The nights are as they were again. Before: ${news.over.says}`] : []),
    ...section('Fails', failing),
    ...[...lost].map(([source, them]) => lostText(source, them)),
    ...section('Cannot be told', untold),
    ...better(sorted),
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
    ...(standing && (standing.length > 0 || !trouble)
      ? [`digest: ${standing.length || 'nothing'} to look at`]
      : []),
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
