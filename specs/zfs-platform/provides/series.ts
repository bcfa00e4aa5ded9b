import { the, type Views } from '#harness'

/** Whether a moment, in seconds since 1970, is of late: neither old nor ahead. */
export function isFresh(
  { ageSeconds, evidenceOf, parameter }: Views,
  moment: number | undefined,
): boolean {
  if (moment === undefined) return false
  const longest = parameter.seconds('p.metrics.max_age')
  const { takenAt } = the(evidenceOf('vmSeries', 'lab').slice(0, 1), 'answer', () => true)
  const age = ageSeconds(new Date(moment * 1000).toISOString()) - ageSeconds(takenAt)
  return Math.abs(age) <= longest
}
