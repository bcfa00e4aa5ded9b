import { dirname, join } from 'node:path'
import { BadInput } from '../model/bad-input.ts'
import type { Inventory } from '../model/inventory.ts'
import type { Waiver } from '../model/waiver.ts'
import { readYaml } from './document.ts'
import { referenceProblems } from './references.ts'
import { senseProblems } from './sense.ts'
import { shapeProblems } from './shape.ts'
import { readWaivers } from './waivers.ts'

/** A lab as its operator describes it. Secrets are still references. */
export interface Lab {
  readonly inventory: Inventory
  /** SHA-256 of lab.yaml's bytes, hex. */
  readonly digest: string
  /** From `waivers.yaml` beside lab.yaml; none when there is no such file. */
  readonly waivers: readonly Waiver[]
}

/**
 * Reads lab.yaml and the waivers beside it. `now` decides which waivers are over.
 *
 * @throws BadInput with every problem of both files at once, as `file:line:column: what, and what to do`
 */
export async function loadInventory(file: string, now = new Date()): Promise<Lab> {
  const [lab, waivers] = await Promise.allSettled([
    readLab(file),
    readWaivers(join(dirname(file), 'waivers.yaml'), now),
  ])
  if (lab.status === 'fulfilled' && waivers.status === 'fulfilled')
    return { ...lab.value, waivers: waivers.value }
  const reasons = [lab, waivers].flatMap((part) =>
    part.status === 'rejected' ? [part.reason] : [],
  )
  throw new BadInput(
    reasons.flatMap((reason: unknown) => {
      if (reason instanceof BadInput) return reason.problems
      throw reason
    }),
  )
}

async function readLab(file: string): Promise<Omit<Lab, 'waivers'>> {
  const { value, digest, accept } = await readYaml(file)
  accept([
    ...(await shapeProblems('inventory', value)),
    ...referenceProblems(value),
    ...senseProblems(value),
  ])
  return { inventory: value as Inventory, digest }
}
