import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { writeWhole } from '../../reports/write-whole.ts'
import { labsOf } from '../cli/labs.ts'
import { findLab } from '../inventory/find.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Nightly } from '../model/inventory/nightly.ts'

/** What a night has to know of its lab before it is looked at. */
export interface NightLab {
  readonly name: string
  readonly settings: Nightly
  /** Path of its lab.yaml, absolute. */
  readonly file: string
  readonly folder: string
  /** Why its files cannot be used: then the rest is what they said when they last could. */
  readonly unusable?: string
}

/**
 * Reads a lab, and remembers whom it wants told: a lab.yaml that cannot be used any more, or a waiver that
 * ended, is told of as well.
 *
 * @throws BadInput when the lab cannot be used, and never could
 */
export async function nightLab(named: string, state: string): Promise<NightLab> {
  try {
    const [lab] = await labsOf([named])
    if (!lab) throw new BadInput([`there is no lab "${named}"`])
    const { inventory, file, folder } = lab
    const known = { name: inventory.lab, settings: inventory.nightly ?? {} }
    await writeWhole(placeOf(file, state), `${JSON.stringify({ file, ...known }, null, 1)}\n`)
    return { ...known, file, folder }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const file = fileOf(named)
    const known = await read(placeOf(file, state))
    if (!known) throw error
    return { ...known, file, folder: dirname(file), unusable: error.problems.join('\n') }
  }
}

/** One file for each lab.yaml: two labs may have their nights at the same time. */
const placeOf = (file: string, state: string): string =>
  join(state, '.labs', `${createHash('sha256').update(file).digest('hex').slice(0, 16)}.json`)

/** Where it would be, also when it is not there any more. */
function fileOf(named: string): string {
  try {
    return findLab(named)
  } catch {
    return resolve(named)
  }
}

/** Only needed when lab.yaml cannot be used: what cannot be read either is as if it were not there. */
async function read(path: string): Promise<Pick<NightLab, 'name' | 'settings'> | undefined> {
  try {
    const { name, settings } = JSON.parse(await readFile(path, 'utf8'))
    return { name, settings }
  } catch {
    return undefined
  }
}
