import type { Judgement } from '../../harness/model/judgement.ts'
import type { Format } from '../format.ts'
import type { Night } from '../night.ts'
import type { Run } from '../run.ts'
import { gauge, seconds } from './exposition.ts'

const VERDICTS = ['pass', 'fail', 'unverifiable', 'waived', 'not-applicable'] as const
const IMPACTS: readonly Judgement['impact'][] = ['critical', 'high', 'medium', 'low']

/** A run as metrics of Prometheus. Every number is in run.json. */
export const format: Format = { file: 'metrics.prom', of: prometheus }

function prometheus(run: Run): string {
  const { verdicts, coverage } = run
  const about = { lab: run.lab, target: run.target }
  const only = (value: number) => [{ labels: about, value }]
  const counts = VERDICTS.flatMap((verdict) =>
    IMPACTS.map((impact) => ({
      labels: { ...about, verdict, impact },
      value: verdicts.filter((one) => one.verdict === verdict && one.impact === impact).length,
    })),
  )
  const each = verdicts.map(({ id, profile, impact, verdict }) => ({
    labels: { ...about, profile, control: id, impact, verdict },
    value: 1,
  }))
  const waivers = verdicts.flatMap(({ id, waiver }) =>
    waiver ? [{ labels: { ...about, control: id }, value: endOf(waiver.until) }] : [],
  )
  const claims = { judged: coverage.claimed, narrative: coverage.narrative }
  const statements = Object.entries({ ...claims, unclaimed: coverage.unclaimed.length }).map(
    ([claim, value]) => ({ labels: { ...about, claim }, value }),
  )
  return [
    gauge(
      'plumbline_run_timestamp_seconds',
      'When the facts of the last run had been collected.',
      only(seconds(run.takenAt)),
    ),
    gauge(
      'plumbline_run_duration_seconds',
      'How long collecting took.',
      only(run.durationMs / 1000),
    ),
    gauge(
      'plumbline_run_exit_code',
      '0 sound, 1 something unverifiable, 2 something fails, 3 a bug or nothing judged.',
      only(run.exit),
    ),
    gauge('plumbline_run_bugs', 'Bugs of the suite in the last run.', only(run.broken.length)),
    gauge(
      'plumbline_waivers_unused',
      'Waivers that accepted nothing in the last run.',
      only(run.waivers.unused.length),
    ),
    gauge('plumbline_controls', 'Controls by verdict and impact.', counts),
    gauge(
      'plumbline_control_verdict',
      'One for the verdict that a control has; a verdict that it does not have is not there.',
      each,
    ),
    gauge('plumbline_waiver_end_seconds', 'When the waiver of a control ends.', waivers),
    gauge('plumbline_statements', 'Statements of the documents by who answers.', statements),
  ].join('')
}

/** A night as metrics, which follow those of the last run that judged: what was seen grows old, and says so. */
export function prometheusOfNight(night: Night): string {
  const only = (value: number) => [{ labels: { lab: night.lab, target: night.target }, value }]
  const took = (Date.parse(night.endedAt) - Date.parse(night.startedAt)) / 1000
  return [
    gauge(
      'plumbline_night_timestamp_seconds',
      'When the last night ended, whatever came of it.',
      only(seconds(night.endedAt)),
    ),
    gauge('plumbline_night_duration_seconds', 'How long the last night took.', only(took)),
    gauge(
      'plumbline_night_judged',
      'Whether the last night judged the lab: 0 means that the verdicts are older.',
      only(night.judged ? 1 : 0),
    ),
    gauge(
      'plumbline_night_told',
      'Whether everybody was told what there was to tell.',
      only(night.told.some(({ outcome }) => outcome === 'failed') ? 0 : 1),
    ),
    gauge(
      'plumbline_night_exit_code',
      'Exit status of the last night; 5 when somebody could not be told.',
      only(night.exit),
    ),
  ].join('')
}

/** The last day counts whole. */
const endOf = (day: string): number => seconds(`${day}T00:00:00Z`) + 24 * 3600
