import type { FaultProof, Proof } from '../../reports/proof.ts'
import { BadInput } from '../model/bad-input.ts'
import { faultsOf, isWanted, type PlacedFault } from './faults.ts'
import type { Proving } from './laboratory.ts'
import { proveShare, type Shown } from './prove-share.ts'
import { startWorker } from './prove-worker.ts'
import { controls } from './specs.ts'

/**
 * Injects every fault and every blind, one at a time, and judges what can have noticed each time. `hands`
 * do it side by side, each on a target of its own: this thread on the one that it is given, the others on
 * targets that they open themselves.
 *
 * @throws BadInput when the target is not healthy to begin with: nothing can be proven on a sick one
 */
export async function proveLab(proving: Proving, hands = 1): Promise<Proof> {
  const { lab, target, only } = proving
  const shown = await allShares(proving, hands)
  const faults = shown.flatMap(({ fault }) => fault ?? [])
  return {
    schema: 'plumbline/proof/1',
    target: target.name,
    lab: lab.inventory.lab,
    faults,
    blinds: shown.flatMap(({ blind }) => blind ?? []),
    unread: shown.flatMap(({ unread }) => unread ?? []),
    summary: summarise(
      (await controls(lab.inventory.profiles))
        .map(({ id }) => id)
        .filter((id) => isWanted(id, only)),
      await faultsOf(lab.inventory.profiles, only),
      faults,
    ),
  }
}

/** One that fails stops the others: half a proof is none. */
async function allShares(proving: Proving, hands: number): Promise<readonly Shown[]> {
  const failed = new AbortController()
  const signal = AbortSignal.any([proving.signal, failed.signal])
  const stopping = async (share: Promise<readonly Shown[]>) =>
    share.catch((error: unknown) => {
      failed.abort(error)
      throw error
    })
  const others = Array.from({ length: hands - 1 }, (_, i) =>
    stopping(startWorker({ ...proving, signal }, { index: i + 1, of: hands })),
  )
  const mine = stopping(proveShare({ ...proving, signal }, { index: 0, of: hands }))
  const ended = await Promise.allSettled([mine, ...others])
  const reasons = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  if (reasons.length > 0) throw reasons.find((reason) => reason instanceof BadInput) ?? reasons[0]
  return ended
    .flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
    .sort((a, b) => a.at - b.at)
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
