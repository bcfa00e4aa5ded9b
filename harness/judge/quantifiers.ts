import type { Census } from '../model/census.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'
import { isAccepted } from './accepted.ts'

export type List<T> = readonly T[] | Census<T>

/** What the report shows of a subject that is at fault, and what a waiver may name of it. */
type Shown<T> = (subject: T) => unknown
const whole = <T>(subject: T): unknown => subject

/** Holds when every subject does. With no subject there is nothing to judge: unverifiable. A subject that cannot be judged makes the whole unverifiable, unless another one is an offender. */
export function every<T>(
  subjects: List<T>,
  claim: string,
  holds: (subject: T) => boolean,
  shown: Shown<T> = whole,
): void {
  const { items } = census(subjects)
  if (items.length === 0) throw new Unverifiable(`found nothing of which to say that it ${claim}`)
  const { offenders, unsure } = sort(items, (subject) => !holds(subject))
  deny(offenders.map(shown), items.length, `not every one ${claim}`)
  if (unsure) throw unsure
  requireAll(subjects, claim)
}

/** Holds when no subject matches. Absence needs a complete look: a partial one is unverifiable. */
export function none<T>(
  subjects: List<T>,
  claim: string,
  matches: (subject: T) => boolean,
  shown: Shown<T> = whole,
): void {
  const { items } = census(subjects)
  const { offenders, unsure } = sort(items, matches)
  deny(offenders.map(shown), items.length, `something ${claim}`)
  if (unsure) throw unsure
  requireAll(subjects, `nothing ${claim}`)
}

/** What has to be known before anything can be said; without it the control is unverifiable. */
export function known(condition: boolean, because: string): asserts condition {
  if (!condition) throw new Unverifiable(because)
}

/** Whether a subject matches. Not having seen it counts only after a complete look. */
export function saw<T>(subjects: List<T>, matches: (subject: T) => boolean): boolean {
  if (census(subjects).items.some(matches)) return true
  requireAll(subjects, 'nothing matches')
  return false
}

/** The one subject that matches. None or several is a violation; none in a partial look, unverifiable. */
export function the<T>(subjects: List<T>, what: string, is: (subject: T) => boolean): T {
  const found = census(subjects).items.filter(is)
  const [only] = found
  if (found.length === 1 && only !== undefined) return only
  if (found.length === 0) requireAll(subjects, what)
  throw new Violation(`expected exactly one ${what}, found ${found.length}`, what, [
    { missing: found.length === 0 ? what : undefined, found },
  ])
}

/** Holds when the condition does; `offender` is what the report shows, and what a waiver may name. */
export function that(condition: boolean, claim: string, offender: unknown): void {
  if (!condition && !isAccepted(offender))
    throw new Violation(`it is not so that ${claim}\n  ${show(offender)}`, claim, [offender])
}

/** Holds when found and declared are the same set, in both directions. `what` names a member in the plural. */
export function same(found: List<string>, declared: readonly string[], what: string): void {
  const { items } = census(found)
  const offenders = [
    ...[...new Set(items)]
      .filter((x) => !declared.includes(x))
      .map((undeclared) => ({ undeclared })),
    ...[...new Set(declared)].filter((x) => !items.includes(x)).map((missing) => ({ missing })),
  ]
  deny(
    offenders.filter((offender) => 'undeclared' in offender),
    items.length,
    `${what} that nobody declared`,
  )
  requireAll(found, `no other ${what}`)
  deny(offenders, declared.length, `${what} that should be there`)
}

/** Holds when every part does; with no part there is nothing to judge: unverifiable. All are judged, so a violation is found even where another part could not be seen. */
export function all(...parts: readonly (() => void)[]): void {
  if (parts.length === 0) throw new Unverifiable('there is nothing to judge')
  const found: Violation[] = []
  let unsure: Unverifiable | undefined
  for (const part of parts) {
    try {
      part()
    } catch (error) {
      if (error instanceof Violation) found.push(error)
      else if (error instanceof Unverifiable) unsure ??= error
      else throw error
    }
  }
  const [first] = found.filter(({ offenders }) => !offenders.every(isAccepted))
  if (first)
    throw found.length === 1
      ? first
      : new Violation(
          found.map(({ message }) => message).join('\n'),
          found.map(({ expected }) => expected).join('; '),
          found.flatMap(({ offenders }) => offenders),
        )
  if (unsure) throw unsure
}

const census = <T>(subjects: List<T>): Census<T> =>
  'items' in subjects ? subjects : { items: subjects, complete: true }

function requireAll<T>(subjects: List<T>, claim: string): void {
  const { complete, because } = census(subjects)
  if (!complete)
    throw new Unverifiable(
      `nothing was seen against "${claim}", but the look was not complete: ${because ?? 'no reason given'}`,
    )
}

/** Judges each subject; one that cannot be judged is remembered, not counted for either side. */
function sort<T>(items: readonly T[], isOffender: (subject: T) => boolean) {
  const offenders: T[] = []
  let unsure: Unverifiable | undefined
  for (const item of items) {
    try {
      if (isOffender(item)) offenders.push(item)
    } catch (error) {
      if (error instanceof Violation) offenders.push(item)
      else if (error instanceof Unverifiable) unsure ??= error
      else throw error
    }
  }
  return { offenders, unsure }
}

function deny(offenders: readonly unknown[], total: number, claim: string): void {
  if (offenders.every(isAccepted)) return
  const shown = offenders.slice(0, 10).map((offender) => `  ${show(offender)}`)
  const more = offenders.length > 10 ? [`  and ${offenders.length - 10} more`] : []
  throw new Violation(
    `${claim}: ${offenders.length} of ${total}\n${[...shown, ...more].join('\n')}`,
    claim,
    offenders,
  )
}

const show = (offender: unknown): string => {
  const text = typeof offender === 'string' ? offender : JSON.stringify(offender)
  return text !== undefined && text.length > 400 ? `${text.slice(0, 400)}…` : String(text)
}
