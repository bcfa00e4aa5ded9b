import type { Views } from '#harness'

/**
 * The newest record of a scenario that still counts. One that is too old is a finding; that none was shown says
 * nothing of what was done.
 */
export function newestDrill({ isRecent, lab, need, parameter }: Views, scenario: string) {
  const young = lab.drillRecords.filter(
    (record) =>
      record.scenario === scenario &&
      isRecent(record.endedAt, parameter.seconds('p.drill.max_age')),
  )
  const complete = lab.drillRecords.some((record) => record.scenario === scenario)
  const because = `${need('recovery').records} holds no record of ${scenario}`
  return complete ? { items: young.slice(-1), complete } : { items: [], complete, because }
}
