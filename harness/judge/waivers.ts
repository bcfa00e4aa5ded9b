import type { Judgement } from '../model/judgement.ts'
import type { Waiver } from '../model/waiver.ts'

/** The waiver that accepts every offender of a control, or none. A new offender beside a waived one still fails. */
export function waiverFor(
  control: string,
  offenders: readonly unknown[],
  waivers: readonly Waiver[],
): Waiver | undefined {
  const mine = waivers.filter((waiver) => waiver.control === control)
  if (offenders.length === 0 || mine.length === 0) return undefined
  const accepted = offenders.map((offender) =>
    mine.find((waiver) => matches(waiver.offender, offender)),
  )
  return accepted.every((waiver) => waiver !== undefined) ? accepted[0] : undefined
}

type Judged = Pick<Judgement, 'id' | 'verdict' | 'offenders' | 'offendersTotal'>

/**
 * Waivers whose violation is not there any more: the control was judged, and none of its offenders is the
 * waived one; or there is no such control. A control that could not be verified says nothing about it.
 */
export const unusedWaivers = (
  waivers: readonly Waiver[],
  judged: readonly Judged[],
): readonly Waiver[] =>
  waivers.filter((waiver) => {
    const control = judged.find(({ id }) => id === waiver.control)
    if (!control) return true
    if (control.verdict === 'unverifiable' || control.offendersTotal > control.offenders.length)
      return false
    return !control.offenders.some((offender) => matches(waiver.offender, offender))
  })

/** Every member the waiver names equals the offender's; text and numbers match themselves. */
function matches(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return wanted === found
  if (typeof found !== 'object' || found === null) return false
  const there = found as Record<string, unknown>
  const entries = Object.entries(wanted)
  return entries.length > 0 && entries.every(([key, value]) => matches(value, there[key]))
}
