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

type Known = Readonly<Record<string, Pick<NightLab, 'name' | 'settings'>>>

/**
 * Reads a lab, and remembers whom it wants told: a lab.yaml that cannot be used any more, or a waiver that
 * ended, is told of as well.
 *
 * @throws BadInput when the lab cannot be used, and never could
 */
export async function nightLab(named: string, state: string): Promise<NightLab> {
  const remembered = join(state, 'labs.json')
  const known = await read(remembered)
  try {
    const [lab] = await labsOf([named])
    if (!lab) throw new BadInput([`there is no lab "${named}"`])
    const { inventory, file, folder } = lab
    const about = { name: inventory.lab, settings: inventory.nightly ?? {} }
    await writeWhole(remembered, `${JSON.stringify({ ...known, [file]: about }, null, 1)}\n`)
    return { ...about, file, folder }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const file = fileOf(named)
    const before = known[file]
    if (!before) throw error
    return { ...before, file, folder: dirname(file), unusable: error.problems.join('\n') }
  }
}

/** Where it would be, also when it is not there any more. */
function fileOf(named: string): string {
  try {
    return findLab(named)
  } catch {
    return resolve(named)
  }
}

/** What cannot be read is forgotten: it is only needed when lab.yaml cannot be used either. */
async function read(path: string): Promise<Known> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Known
  } catch {
    return {}
  }
}
