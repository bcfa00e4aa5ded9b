import type { DrillRecord } from '../model/drill-record.ts'
import { Unverifiable, Violation } from '../model/verdict.ts'
import { that } from './quantifiers.ts'

/** What is needed of the views to find a record. */
interface Sources<Seen extends DrillRecord> {
  readonly lab: { readonly drillRecords: readonly Seen[] }
  readonly ageSeconds: (at: string) => number
}

/** The newest record of a drill. Without one nobody was shown anything; one that is dated ahead is a finding. */
export function lastDrill<Seen extends DrillRecord>(
  { ageSeconds, lab }: Sources<Seen>,
  scenario: string,
): Seen {
  const found = lab.drillRecords.findLast((record) => record.scenario === scenario)
  if (!found) throw new Unverifiable(`there is no record of the drill ${scenario}`)
  if (ageSeconds(found.endedAt) < 0)
    throw new Violation(`the record of ${scenario} is dated ahead`, 'it is over', [
      { scenario, endedAt: found.endedAt },
    ])
  return found
}

/** What a drill measured of one kind; a record that has nothing of it shows nothing. */
export function measured<Kind extends keyof DrillRecord['measurements']>(
  { measurements, scenario }: DrillRecord,
  kind: Kind,
): NonNullable<DrillRecord['measurements'][Kind]> {
  const found = measurements[kind]
  if (found === undefined)
    throw new Unverifiable(`the record of the drill ${scenario} measured no "${kind}"`)
  return found as NonNullable<DrillRecord['measurements'][Kind]>
}

/** Holds when the drill ended well, within the time that the lab allows and not only within its own. */
export function recoveredWithin(record: DrillRecord, seconds: number): void {
  const { recoverySeconds, result, scenario } = record
  that(result === 'recovered' && recoverySeconds <= seconds, `it is over within ${seconds} s`, {
    scenario,
    result,
    recoverySeconds,
  })
}
