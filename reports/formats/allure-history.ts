import type { Run, RunVerdict } from '../run.ts'
import { historyIdOf, uuidOf } from './allure-id.ts'
import { messageOf, STATUS } from './allure-result.ts'
import { moment } from './text.ts'

/** The youngest run of each lab at some time: what a report would have shown then. */
export type Night = readonly Run[]

/** A night, as Allure keeps one. */
export interface Point {
  readonly uuid: string
  readonly name: string
  readonly timestamp: number
  readonly testResults: Readonly<Record<string, PointResult>>
}

interface PointResult {
  readonly id: string
  readonly historyId: string
  readonly name: string
  readonly environment: string
  readonly status: string
  readonly error?: { readonly message: string }
  readonly start: number
  readonly stop: number
  readonly duration: number
}

/** Runs of several labs that follow each other within this belong together. */
const TOGETHER_MS = 60 * 60 * 1000

/**
 * What the report would have shown after each earlier run, oldest first. Runs of several labs that were made together are
 * one night; a lab that was not looked at in a night is shown as it was last seen, as in the report itself.
 */
export function nightsOf(past: readonly Run[], now: readonly Run[]): readonly Night[] {
  const before = pastOf(now, past)
  const latest = new Map<string, Run>()
  const nights: Night[] = []
  let seen = new Set<string>()
  let last = Number.NaN
  for (const run of [...before, ...now].sort((a, b) => (a.takenAt < b.takenAt ? -1 : 1))) {
    const at = Date.parse(run.takenAt)
    if (seen.has(run.lab) || at - last > TOGETHER_MS) {
      nights.push([...latest.values()])
      seen = new Set()
    }
    seen.add(run.lab)
    latest.set(run.lab, run)
    last = at
  }
  // The last one is the report.
  return nights
}

/** Of some runs those before the ones that are shown, each once: several may have kept them. */
export const pastOf = (now: readonly Run[], past: readonly Run[]): readonly Run[] => [
  ...new Map(
    past
      .filter((run) => now.some((one) => isBefore(run, one)))
      .map((run) => [`${run.lab} ${run.takenAt}`, run]),
  ).values(),
]

const isBefore = (run: Run, of: Run): boolean =>
  run.lab === of.lab && run.target === of.target && run.takenAt < of.takenAt

/** What Allure keeps of a night. */
export function historyOf(night: Night): Point {
  const at =
    night
      .map(({ takenAt }) => takenAt)
      .sort()
      .at(-1) ?? ''
  const results = night.flatMap(({ lab, takenAt, verdicts }) =>
    verdicts.map((one) => [historyIdOf(lab, one.id), resultOf(one, lab, takenAt)] as const),
  )
  return {
    uuid: uuidOf('night', at),
    name: moment(at),
    timestamp: Date.parse(at),
    testResults: Object.fromEntries(results),
  }
}

const MESSAGE_SHOWN = 200

/** As little as the trend needs: it is there once a control and night. */
function resultOf(one: RunVerdict, lab: string, takenAt: string): PointResult {
  const at = Date.parse(takenAt)
  const message = messageOf(one).slice(0, MESSAGE_SHOWN)
  return {
    id: uuidOf(`${lab} ${takenAt}`, one.id),
    historyId: historyIdOf(lab, one.id),
    name: one.title,
    environment: lab,
    status: STATUS[one.verdict],
    ...(message ? { error: { message } } : {}),
    start: at,
    stop: at,
    duration: 0,
  }
}
