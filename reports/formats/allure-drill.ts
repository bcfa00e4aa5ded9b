import { Status } from 'allure-js-commons'
import { type DrillEntry, isAsExpected, type Journal } from '../journal.ts'
import { type AllureResult, fence, part, prose } from './allure-result.ts'
import { clean } from './text.ts'

/** Drills stand beside the verdicts: they are no verdicts, and no part of the exit status of a run. */
export const drillsOf = ({ drills, notRun, target }: Journal): readonly AllureResult[] => [
  ...drills.map((entry) => drillOf(entry, target)),
  ...notRun.map(({ drill, because }) => ({
    ...named(drill, drill),
    target,
    status: Status.SKIPPED,
    message: clean(`not run on ${target}: ${because}`),
    labels: labelsOf(drill, 'drill not run'),
    description: '',
    tookMs: 0,
    attachments: [],
  })),
]

const FEATURE = 'Recovery drills'

function drillOf(entry: DrillEntry, target: string): AllureResult {
  const isGood = isAsExpected(entry)
  const under = entry.fault === undefined ? '' : ` (under: ${entry.fault})`
  const failed = entry.verdict === 'missed' || entry.verdict === 'undisturbed'
  return {
    ...named(`${entry.drill}${under}`, `${entry.title}${under}`),
    target,
    status: isGood ? Status.PASSED : failed || under ? Status.FAILED : Status.BROKEN,
    message: isGood ? '' : clean(`${entry.verdict}: ${entry.because.join('\n')}`),
    labels: [
      ...labelsOf(entry.drill, isGood ? 'drill passed' : 'drill failed'),
      { name: 'story', value: `${entry.statement} ${entry.title}` },
    ],
    description: descriptionOf(entry, target),
    tookMs: Math.max(0, Date.parse(entry.endedAt) - Date.parse(entry.startedAt)),
    attachments: [{ name: 'drill.json', value: entry }],
  }
}

/** No control has an id like these: a drill has the past of drills alone. */
const named = (id: string, name: string) => ({
  id: `drill ${id}`,
  name: clean(name),
  titlePath: [profileOf(id), FEATURE],
  place: `${profileOf(id)} zz ${id}`,
})

const labelsOf = (drill: string, verdict: string) => [
  { name: 'epic', value: profileOf(drill) },
  { name: 'feature', value: FEATURE },
  { name: 'verdict', value: verdict },
  { name: 'tag', value: 'drill' },
  { name: 'framework', value: 'plumbline' },
]

const profileOf = (drill: string): string => drill.split('/')[0] ?? ''

function descriptionOf(entry: DrillEntry, target: string): string {
  const from = Date.parse(entry.startedAt)
  const timeline = entry.timeline.map(
    ({ at, what, says }) =>
      `+${((Date.parse(at) - from) / 1000).toFixed(1).padStart(6)} s  ${what.padEnd(12)}  ${says.split('\n', 1)[0]}`,
  )
  const measured = [
    `allowed: ${entry.objectiveSeconds} s`,
    ...(entry.recoverySeconds === undefined ? [] : [`recovered after: ${entry.recoverySeconds} s`]),
    ...(entry.detectSeconds === undefined
      ? []
      : [`noticed after: ${entry.detectSeconds} s, by ${entry.detectedBy}`]),
    ...(entry.dataLossSeconds === undefined ? [] : [`data lost: ${entry.dataLossSeconds} s`]),
    ...(entry.data ? [`files: ${entry.data.files}, ${entry.data.lostTotal} lost`] : []),
    `rollback: ${entry.rollback}, well afterwards: ${entry.steadyAfter ? 'yes' : 'no'}`,
  ]
  return [
    ...part('When', prose(`${entry.startedAt} on ${target}`)),
    ...part('Measured', fence(measured.join('\n'))),
    ...part('What happened', fence(timeline.join('\n'))),
    ...part('Steady state', fence(entry.steadyState.join('\n'))),
  ].join('\n\n')
}
