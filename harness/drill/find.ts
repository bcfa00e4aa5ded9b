import { basename } from 'node:path'
import type { Fault } from '../model/action.ts'
import { BadInput } from '../model/bad-input.ts'
import type { Drill } from '../model/drill.ts'
import { didYouMean } from '../model/nearest.ts'
import { files, has, load } from '../run/load.ts'

/** A drill and where it was found, with the defect under which it must not recover. */
export interface PlacedDrill extends Drill {
  /** `<profile>/<slug>`. */
  readonly id: string
  readonly profile: string
  readonly section: string
  readonly file: string
  readonly fault?: Fault
}

/** Every drill of some profiles: `specs/<profile>/<section>/<slug>.drill.ts`. */
export async function drillsOf(profiles: readonly string[]): Promise<readonly PlacedDrill[]> {
  const found: PlacedDrill[] = []
  for (const file of profiles.flatMap((name) => files(`specs/${name}/*/*.drill.ts`))) {
    const [, profile = '', section = ''] = file.split('/')
    const { default: drill } = await load(file)
    if (!drill) throw new Error(`${file} has no default export`)
    const fault = await faultOf(file)
    const id = `${profile}/${basename(file, '.drill.ts')}`
    found.push({ ...inFull(drill as Drill, profile), id, profile, section, file, ...fault })
  }
  return found
}

async function faultOf(file: string): Promise<{ readonly fault?: Fault }> {
  const path = file.replace(/^specs\//, 'fixtures/faults/').replace(/\.ts$/, '.fault.ts')
  return has(path) ? { fault: (await load(path)).default as Fault } : {}
}

/** Controls that a drill names by slug are of its own profile. */
function inFull(drill: Drill, profile: string): Drill {
  const ids = (names: readonly string[]) =>
    names.map((name) => (name.includes('/') ? name : `${profile}/${name}`))
  const { stake } = drill
  return {
    ...drill,
    steadyState: ids(drill.steadyState),
    ...(drill.breaks ? { breaks: ids(drill.breaks) } : {}),
    ...(drill.hides ? { hides: ids(drill.hides) } : {}),
    ...(drill.holds ? { holds: ids(drill.holds) } : {}),
    ...(stake ? { stake: { ...stake, safeguards: ids(stake.safeguards) } } : {}),
  }
}

/**
 * Those that are meant by id, by slug, or by the scenario of their record; all without any name.
 *
 * @throws BadInput with the nearest names when one is of no drill
 */
export function selectDrills(
  known: readonly PlacedDrill[],
  names: readonly string[],
): readonly PlacedDrill[] {
  const namesOf = ({ id, record }: PlacedDrill) => [
    id,
    ...id.split('/').slice(1),
    ...(record === undefined ? [] : [record]),
  ]
  const unknown = names.filter((name) => !known.some((drill) => namesOf(drill).includes(name)))
  if (unknown.length > 0) {
    const all = known.flatMap((drill) => namesOf(drill).slice(1))
    throw new BadInput(
      unknown.map((name) => `there is no drill "${name}"${didYouMean(name, all, 'there are')}`),
    )
  }
  return known.filter(
    (drill) => names.length === 0 || namesOf(drill).some((name) => names.includes(name)),
  )
}
