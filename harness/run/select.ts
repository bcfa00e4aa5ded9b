import { matchesGlob } from 'node:path'
import { BadInput } from '../model/bad-input.ts'
import type { Inventory } from '../model/inventory.ts'
import { nearest } from '../model/nearest.ts'
import { controls } from './specs.ts'

/**
 * The controls that globs select; all without any.
 *
 * @throws BadInput when a glob matches no control
 */
export async function selectControls(profiles: readonly string[], only: readonly string[]) {
  const known = await controls(profiles)
  for (const glob of only)
    if (!known.some(({ id }) => matchesGlob(id, glob)))
      throw new BadInput([
        `no control matches "${glob}"${near(
          glob,
          known.map(({ id }) => id),
        )}`,
      ])
  const chosen = known.filter(
    ({ id }) => only.length === 0 || only.some((glob) => matchesGlob(id, glob)),
  )
  return {
    ids: new Set(chosen.map(({ id }) => id)),
    files: [...new Set(chosen.map(({ file }) => file))],
  }
}

/**
 * The labs that have a selected control, each with the globs that select something there; without any
 * glob, all of them.
 *
 * @throws BadInput when a glob matches no control of any lab
 */
export async function labsWith<T extends { readonly inventory: Pick<Inventory, 'profiles'> }>(
  labs: readonly T[],
  only: readonly string[],
): Promise<readonly { readonly lab: T; readonly only: readonly string[] }[]> {
  if (only.length === 0) return labs.map((lab) => ({ lab, only }))
  const profiles = [...new Set(labs.flatMap(({ inventory }) => inventory.profiles))]
  await selectControls(profiles, only)
  const chosen = await Promise.all(
    labs.map(async (lab) => {
      const ids = (await controls(lab.inventory.profiles)).map(({ id }) => id)
      return { lab, only: only.filter((glob) => ids.some((id) => matchesGlob(id, glob))) }
    }),
  )
  return chosen.filter((one) => one.only.length > 0)
}

/** The ids that begin most like the glob. */
function near(glob: string, ids: readonly string[]): string {
  const start = glob.replace(/\*.*$/, '')
  const begins = new Map(ids.map((id) => [id.slice(0, Math.max(start.length, 1)), id]))
  const found = nearest(start, begins.keys()).map((begin) => begins.get(begin))
  return found.length > 0
    ? `; did you mean ${found.join(' or ')}?`
    : `; there are ${ids.length}, see specs/`
}
