import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import type { Matcher } from './route.ts'

/** Alerts that nobody is told of, until it ends. */
export interface Silence {
  readonly id: string
  readonly endsAt: string
  /** An alert is silent when all of them match. */
  readonly matchers: readonly Matcher[]
}

/**
 * The silence, while it holds: one that is over or has yet to begin silences nothing.
 *
 * @throws Unseen when a pattern of one that holds is none that can be tried here
 */
export function silencesOf(value: unknown): readonly Silence[] {
  const row = object(value, 'a silence')
  const state = text(object(row.status, 'status of a silence').state, 'state of a silence')
  if (!['active', 'pending', 'expired'].includes(state))
    throw new Unseen('not understood', 'a silence is in a state that is not known')
  if (state !== 'active') return []
  return [
    {
      id: text(row.id, 'id of a silence'),
      endsAt: text(row.endsAt, 'endsAt of a silence'),
      matchers: list(row.matchers, 'matchers of a silence').map(matcherOf),
    },
  ]
}

function matcherOf(value: unknown): Matcher {
  const of = object(value, 'a matcher of a silence')
  // Releases before 0.22 know no other than the equal ones, and say nothing of it.
  const isEqual = of.isEqual ?? true
  if (typeof of.isRegex !== 'boolean' || typeof isEqual !== 'boolean')
    throw new Unseen('not understood', 'a matcher of a silence has another form')
  const matcher = {
    label: text(of.name, 'label of a silence'),
    kind: kindOf(of.isRegex, isEqual),
    value: text(of.value, 'value of a silence'),
  }
  if (of.isRegex) requirePattern(matcher)
  return matcher
}

const kindOf = (isRegex: boolean, isEqual: boolean): Matcher['kind'] =>
  isRegex ? (isEqual ? '=~' : '!~') : isEqual ? '=' : '!='

function requirePattern({ label, value }: Matcher): void {
  try {
    new RegExp(value)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new Unseen('not understood', `a silence asks ${label} for a pattern of another kind`)
  }
}
