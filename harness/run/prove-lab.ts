import type { BlindProof, FaultProof, Proof } from '../../reports/proof.ts'
import type { Blind } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Target } from '../model/target.ts'
import { attempt } from './attempt.ts'
import { collectors } from './collect.ts'
import { faultsOf, isWanted, type PlacedFault } from './faults.ts'
import { Laboratory, type Proving } from './laboratory.ts'
import { files, load } from './load.ts'
import { brokenBlind, brokenFault, canMake, weighBlind, weighFault } from './prove.ts'
import { selectControls } from './select.ts'
import { controls } from './specs.ts'

/**
 * Injects every fault and every blind, one at a time, and judges all controls each time.
 *
 * @throws BadInput when the target is not healthy to begin with: nothing can be proven on a sick one
 */
export async function proveLab(proving: Proving): Promise<Proof> {
  const { lab, target, only } = proving
  const known = (await controls(lab.inventory.profiles)).map(({ id }) => id)
  await selectControls(lab.inventory.profiles, only)
  const faults = await faultsOf(lab.inventory.profiles, only)
  const stray = faults.filter(({ control }) => !known.includes(control))
  if (stray.length > 0)
    throw new BadInput(stray.map(({ path, control }) => `${path}: there is no control ${control}`))
  const laboratory = await Laboratory.open(proving)
  const faultProofs = await proveFaults(proving, laboratory, faults)
  // A selection is about controls; blinds are about all of them.
  const { proofs, unread } =
    only.length > 0 ? { proofs: [], unread: [] } : await proveBlinds(proving, laboratory)
  return {
    schema: 'plumbline/proof/1',
    target: target.name,
    lab: lab.inventory.lab,
    faults: faultProofs,
    blinds: proofs,
    unread,
    summary: summarise(
      known.filter((id) => isWanted(id, only)),
      faults,
      faultProofs,
    ),
  }
}

async function proveFaults(
  { target, onStage, signal }: Proving,
  laboratory: Laboratory,
  faults: readonly PlacedFault[],
): Promise<readonly FaultProof[]> {
  const proofs: FaultProof[] = []
  const feasible = faults.filter(({ fault }) => canMake(fault, target.hands))
  for (const [i, { control, fault }] of feasible.entries()) {
    onStage(`…fault ${i + 1} of ${feasible.length}: ${fault.says}`)
    const start = performance.now()
    const { look, trouble } = await attempt(laboratory, fault, signal)
    const ms = Math.round(performance.now() - start)
    if (trouble) proofs.push(brokenFault(control, fault, trouble, ms))
    if (look)
      proofs.push(weighFault(control, fault, laboratory.healthy.verdicts, look.verdicts, ms))
  }
  return proofs
}

async function proveBlinds(
  proving: Proving,
  laboratory: Laboratory,
): Promise<{ readonly proofs: readonly BlindProof[]; readonly unread: readonly string[] }> {
  const proofs: BlindProof[] = []
  const unread: string[] = []
  const blinds = (await blindsOf(proving)).filter((blind) => canMake(blind, proving.target.hands))
  for (const [i, blind] of blinds.entries()) {
    proving.onStage(`…blind ${i + 1} of ${blinds.length}: ${blind.says}`)
    const start = performance.now()
    const { look, trouble } = await attempt(laboratory, blind, proving.signal)
    const ms = Math.round(performance.now() - start)
    if (trouble) proofs.push(brokenBlind(blind, trouble, ms))
    if (!look) continue
    const proof = weighBlind(blind, laboratory.healthy, look, ms)
    if (proof) proofs.push(proof)
    else unread.push(blind.says)
  }
  return { proofs, unread }
}

function summarise(
  wanted: readonly string[],
  faults: readonly PlacedFault[],
  proofs: readonly FaultProof[],
): Proof['summary'] {
  const of = (id: string) => proofs.filter(({ control }) => control === id)
  const tried = wanted.filter((id) => of(id).length > 0)
  const missed = tried.filter((id) => of(id).some(({ outcome }) => outcome === 'missed'))
  const collateral = tried.filter((id) => of(id).some(({ outcome }) => outcome === 'collateral'))
  const broken = tried.filter((id) => of(id).some(({ outcome }) => outcome === 'broken'))
  return {
    controls: wanted.length,
    proven: tried.filter((id) => of(id).every(({ outcome }) => outcome === 'proven')).length,
    missed: missed.length,
    collateral: collateral.length,
    broken: broken.length,
    unprovenHere: wanted
      .filter((id) => of(id).length === 0)
      .map((control) => ({
        control,
        because: faults.some((placed) => placed.control === control)
          ? 'this target has no hands that can make its fault'
          : 'nobody has written a fault for it',
      })),
  }
}

/** Blinds are one default export, several, or made from what the target can be asked. */
async function blindsOf({ target }: Proving): Promise<readonly Blind[]> {
  const questions = await collectors()
  const found: Blind[] = []
  for (const path of files('fixtures/blinds/*.blind.ts')) {
    const made = (await load(path)).default as
      | Blind
      | readonly Blind[]
      | ((inventory: Target['inventory'], collectors: typeof questions) => readonly Blind[])
    const list = typeof made === 'function' ? made(target.inventory, questions) : [made].flat()
    found.push(...(list as readonly Blind[]))
  }
  return found
}
