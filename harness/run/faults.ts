import { matchesGlob } from 'node:path'
import type { Fault, Undo } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import { didYouMean } from '../model/nearest.ts'
import type { Target } from '../model/target.ts'
import { files, load } from './load.ts'
import { canMake, make } from './prove.ts'

/** A fault and the control that must notice it. */
export interface PlacedFault {
  readonly control: string
  readonly path: string
  readonly fault: Fault
}

/** Whether a control is among those selected; without globs, all are. */
export const isWanted = (id: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((glob) => matchesGlob(id, glob))

/** `fixtures/faults/<profile>/<section>/<slug>.fault.ts`, or `<slug>.<trap>.fault.ts` for a further one; those of drills are none of a control. */
export async function faultsOf(
  profiles: readonly string[],
  only: readonly string[],
): Promise<readonly PlacedFault[]> {
  const found: PlacedFault[] = []
  const paths = profiles.flatMap((name) => files(`fixtures/faults/${name}/*/*.fault.ts`))
  for (const path of paths.filter((it) => !it.endsWith('.drill.fault.ts'))) {
    const [, , profile, , name = ''] = path.split('/')
    const control = `${profile}/${name.split('.')[0]}`
    if (isWanted(control, only))
      found.push({ control, path, fault: (await load(path)).default as Fault })
  }
  return found
}

/**
 * Breaks a replica as the fault of one control does.
 *
 * @throws BadInput when there is no such fault, or the target has no hands that can make it
 */
export async function breakTarget(target: Target, control: string): Promise<Undo> {
  const known = await faultsOf(target.inventory.profiles, [])
  // The plain fault of the control comes before those of its traps.
  const mine = known
    .filter((placed) => placed.control === control)
    .toSorted((a, b) => a.path.length - b.path.length)
  const [first] = mine
  if (!first) {
    const near = didYouMean(
      control,
      known.map((placed) => placed.control),
    )
    throw new BadInput([`there is no fault of ${control}${near}`])
  }
  const feasible = mine.find(({ fault }) => canMake(fault, target.hands))
  if (!feasible || !target.hands)
    throw new BadInput([
      `${first.path}: target ${target.name} has no hands that can make this fault: choose a replica that has`,
    ])
  return (await make(feasible.fault, target.hands)).undo
}
