import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { sectionsOf } from './runbooks/section.ts'

/** What the operations page promises for one tier. */
export interface RecoveryObjective {
  readonly tier: number
  /** Absent when the cell holds no span of time, such as `24 h`. */
  readonly pointSeconds?: number
  readonly timeSeconds?: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Rows of the table below the heading `Recovery Objectives`; none when there is no table. */
    recoveryObjectives: readonly RecoveryObjective[]
  }
}

/** @source the page `recovery.runbooks`, as tracked at HEAD */
export const recoveryObjectives = documentCollector('recoveryObjectives', {
  read: async (documents, { recovery }): Promise<readonly RecoveryObjective[]> => {
    if (!recovery?.runbooks)
      throw new Unseen('not asked', 'the inventory has no "recovery.runbooks"')
    const page = await documents.read(recovery.runbooks)
    const section = sectionsOf(page).find(({ title }) => /^recovery objectives$/i.test(title))
    return (section?.body ?? '').split('\n').flatMap((line) => {
      const [, tier, point = '', time = ''] =
        /^\s*\|\s*\**(?:tier\s*)?(\d+)\**[^|]*\|(.*?)\|(.*?)\|/i.exec(line) ?? []
      return tier === undefined ? [] : [objectiveOf(Number(tier), point, time)]
    })
  },
})

function objectiveOf(tier: number, point: string, time: string): RecoveryObjective {
  const pointSeconds = secondsOf(point)
  const timeSeconds = secondsOf(time)
  return {
    tier,
    ...(pointSeconds === undefined ? {} : { pointSeconds }),
    ...(timeSeconds === undefined ? {} : { timeSeconds }),
  }
}

const UNITS: Readonly<Record<string, number>> = {
  min: 60,
  minutes: 60,
  h: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
}

/** A number and its unit, and nothing else: `m` could be minutes or months. */
function secondsOf(cell: string): number | undefined {
  const [, amount, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(cell) ?? []
  const seconds = UNITS[unit.toLowerCase()]
  return seconds === undefined ? undefined : Number(amount) * seconds
}
