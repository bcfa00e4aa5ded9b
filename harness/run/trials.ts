import type { Blind, Fault } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Target } from '../model/target.ts'
import { collectors } from './collect.ts'
import { faultsOf } from './faults.ts'
import type { Proving } from './laboratory.ts'
import { files, load } from './load.ts'
import { canMake } from './prove.ts'
import { selectControls } from './select.ts'
import { controls } from './specs.ts'

/** One change that a proof makes: a fault that its control must notice, or a blind. */
export type Trial =
  | { readonly kind: 'fault'; readonly control: string; readonly fault: Fault }
  | { readonly kind: 'blind'; readonly blind: Blind }

/**
 * Every fault and blind that the target's hands can make, always in the same order. With a selection there
 * are no blinds: a selection is about controls, blinds are about all of them.
 *
 * @throws BadInput when a glob matches nothing, or a fault belongs to no control
 */
export async function trialsOf({
  lab: { inventory },
  target,
  only,
}: Proving): Promise<readonly Trial[]> {
  const known = (await controls(inventory.profiles)).map(({ id }) => id)
  await selectControls(inventory.profiles, only)
  const faults = await faultsOf(inventory.profiles, only)
  const stray = faults.filter(({ control }) => !known.includes(control))
  if (stray.length > 0)
    throw new BadInput(stray.map(({ path, control }) => `${path}: there is no control ${control}`))
  const blinds = only.length > 0 ? [] : await blindsOf(target.inventory)
  return [
    ...faults
      .filter(({ fault }) => canMake(fault, target.hands))
      .map(({ control, fault }): Trial => ({ kind: 'fault', control, fault })),
    ...blinds
      .filter((blind) => canMake(blind, target.hands))
      .map((blind): Trial => ({ kind: 'blind', blind })),
  ]
}

/** Blinds are one default export, several, or made from what the target can be asked. */
async function blindsOf(inventory: Target['inventory']): Promise<readonly Blind[]> {
  const questions = await collectors()
  const found: Blind[] = []
  for (const path of files('fixtures/blinds/*.blind.ts')) {
    const made = (await load(path)).default as
      | Blind
      | readonly Blind[]
      | ((inventory: Target['inventory'], collectors: typeof questions) => readonly Blind[])
    const list = typeof made === 'function' ? made(inventory, questions) : [made].flat()
    found.push(...(list as readonly Blind[]))
  }
  return found
}
