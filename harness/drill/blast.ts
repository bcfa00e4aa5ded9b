import type { Fault } from '../model/action.ts'
import type { Collector } from '../model/collector.ts'
import type { PlacedDrill } from './find.ts'
import { hostsOf, stepsOf } from './steps.ts'
import type { Verdicts } from './watch.ts'

/** What a drill would touch, before it does. */
export interface Blast {
  readonly drill: PlacedDrill
  /** Hosts that are written to. */
  readonly hosts: readonly string[]
  readonly commands: readonly { readonly on: string; readonly does: string }[]
  /** Controls that read something of what is touched, beside the steady state. */
  readonly controls: readonly string[]
}

/** Computed from what each control was seen to read in health; with what a fault touches, where it is carried out under one. */
export function blastOf(
  drill: PlacedDrill,
  health: Verdicts,
  questions: readonly Collector[],
  fault?: Fault,
): Blast {
  const { prepare, method, recover } = drill
  const actions = [prepare, fault, method, recover?.does].filter((action) => action !== undefined)
  const touched = new Set(actions.flatMap(({ touches }) => touches))
  const askedOf = new Map(
    questions.flatMap((question) =>
      question.kind === 'api'
        ? [[question.fact, question.api] as const]
        : question.kind === 'document'
          ? [[question.fact, 'documents'] as const]
          : [],
    ),
  )
  const isTouched = (key: string): boolean => {
    const [fact = '', subject = ''] = key.split('@')
    return touched.has(subject === 'lab' ? (askedOf.get(fact as never) ?? '') : subject)
  }
  return {
    drill,
    hosts: hostsOf(drill, fault),
    commands: actions.flatMap((action) => stepsOf(action).map(({ on, does }) => ({ on, does }))),
    controls: [...health.values()].flatMap(({ id, reads }) => (reads.some(isTouched) ? [id] : [])),
  }
}
