import type { Run } from '../run.ts'
import { shownIdOf } from './allure-id.ts'
import { bugIdOf } from './allure-result.ts'
import { plural } from './text.ts'

/** A rule of Allure's quality gate, and how it came out. */
export interface GateRule {
  readonly rule: string
  /** The lab. */
  readonly environment: string
  readonly success: boolean
  readonly expected: number
  readonly actual: number
  readonly message: string
  /** Results that broke it, as the page names them. */
  readonly testResults: readonly string[]
}

/**
 * What the exit status of a run is made of, as Allure's quality gate: a rule for each reason why it is not 0, with the
 * status that the reason gives, and one that holds when there is none.
 */
export function gateOf(run: Run): readonly GateRule[] {
  const { lab, summary, verdicts, broken, waivers } = run
  const those = (wanted: string) =>
    verdicts.flatMap(({ id, verdict }) => (verdict === wanted ? [shownIdOf(lab, id)] : []))
  const judged = summary.pass + summary.fail + summary.unverifiable + summary.waived
  const unused = waivers.unused.map(({ control }) => control)
  const reasons: readonly Reason[] = [
    [4, 'every waiver accepts something', unused.length, `out of use: ${unused.join(', ')}`, []],
    [
      3,
      'no spec is broken',
      broken.length,
      `${plural(broken.length, 'bug')} of ours: no verdict of this run is proof of anything`,
      broken.map((one) => shownIdOf(lab, bugIdOf(one))),
    ],
    [3, 'something is judged', judged > 0 ? 0 : 1, 'nothing was judged', []],
    [
      2,
      'nothing fails',
      summary.fail,
      `${plural(summary.fail, 'control')} ${summary.fail === 1 ? 'fails' : 'fail'}`,
      those('fail'),
    ],
    [
      1,
      'nothing is unverifiable',
      summary.unverifiable,
      `${plural(summary.unverifiable, 'control')} could not be verified`,
      those('unverifiable'),
    ],
  ]
  const against = reasons
    .filter(([, , actual]) => actual > 0)
    .map(([exit, rule, actual, message, testResults]) => ({
      ...{ rule, environment: lab, success: false, expected: 0, actual },
      ...{ message: `exit ${exit}: ${message}`, testResults },
    }))
  return against.length > 0 ? against : [sound(lab, judged)]
}

type Reason = readonly [
  exit: number,
  rule: string,
  actual: number,
  message: string,
  testResults: readonly string[],
]

const sound = (lab: string, judged: number): GateRule => ({
  ...{ rule: 'the lab is sound', environment: lab, success: true, expected: 0, actual: 0 },
  message: `exit 0: of ${plural(judged, 'control')} none fails, and none is unverifiable`,
  testResults: [],
})
