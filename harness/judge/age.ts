import { Unverifiable } from '../model/verdict.ts'
import type { Views } from './views.ts'

/**
 * Seconds from a moment to when a fact about the lab was asked for, negative when it lies ahead: a sign of
 * life that comes every few seconds must not age while the rest of the lab is looked at.
 */
export function ageWhenSeen(
  { ageSeconds, evidenceOf }: Pick<Views, 'ageSeconds' | 'evidenceOf'>,
  fact: string,
  at: string,
): number {
  const asked = evidenceOf(fact, 'lab').map(({ takenAt }) => ageSeconds(takenAt))
  if (asked.length === 0) throw new Unverifiable(`nobody noted when ${fact} was asked for`)
  return ageSeconds(at) - Math.max(...asked)
}
