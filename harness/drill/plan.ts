import type { Journal } from '../../reports/journal.ts'
import type { Lab } from '../cli/labs.ts'
import { BadInput } from '../model/bad-input.ts'
import { controls } from '../run/specs.ts'
import { drillsOf, type PlacedDrill, selectDrills } from './find.ts'
import { whyNotOn } from './permit.ts'

/** What is to be drilled in one lab. */
export interface Plan {
  readonly lab: Lab
  readonly drills: readonly PlacedDrill[]
  /** Those that cannot be carried out on the target. */
  readonly waiting: readonly PlacedDrill[]
  readonly notRun: Journal['notRun']
}

/**
 * The drills that are meant, by lab; labs that have none of them are left out.
 *
 * @throws BadInput when a name is of no drill, or when there is none at all
 */
export async function plansFor(
  labs: readonly Lab[],
  names: readonly string[],
  target: string,
): Promise<readonly Plan[]> {
  const profiles = [...new Set(labs.flatMap(({ inventory }) => inventory.profiles))]
  const chosen = selectDrills(await drillsOf(profiles), names)
  if (chosen.length === 0)
    throw new BadInput([`there is no drill of ${profiles.join(', ')} yet: see specs/README.md`])
  await refuseUnknown(profiles, chosen)
  const plans = labs.map((lab): Plan => {
    const mine = chosen.filter(({ profile }) => lab.inventory.profiles.includes(profile))
    const drills = mine.filter((drill) => whyNotOn(drill, target) === undefined)
    const waiting = mine.filter((drill) => !drills.includes(drill))
    const notRun = waiting.map((drill) => ({
      drill: drill.id,
      because: whyNotOn(drill, target) ?? '',
    }))
    return { lab, drills, waiting, notRun }
  })
  return plans.filter(({ drills, notRun }) => drills.length + notRun.length > 0)
}

/** A drill that names a control which is not there is our bug, and found before anything is touched. */
async function refuseUnknown(
  profiles: readonly string[],
  drills: readonly PlacedDrill[],
): Promise<void> {
  const known = new Set((await controls(profiles)).map(({ id }) => id))
  for (const { file, steadyState, breaks = [], hides = [], holds = [], stake } of drills) {
    const parts = [...breaks, ...hides, ...holds]
    const stray = parts.find((id) => !steadyState.includes(id))
    if (stray) throw new Error(`${file}: ${stray} is no part of its steady state`)
    const missing = [...steadyState, ...(stake?.safeguards ?? [])].find((id) => !known.has(id))
    if (missing) throw new Error(`${file}: there is no control ${missing}`)
  }
}
