import { basename } from 'node:path'
import { type Control, declareInto } from '../control.ts'
import type { Placed } from '../judge/judge.ts'
import { files, load } from './load.ts'

/** Where a control stands, from the path of its spec: `specs/<profile>/<section>/<slug>.spec.ts`. */
export function place(control: Control, file: string): Placed {
  const [, profile, section] = file.split('/')
  if (!profile || !section)
    throw new Error(`${file} is not specs/<profile>/<section>/<slug>.spec.ts`)
  const slug = control.id ?? basename(file, '.spec.ts')
  return { ...control, id: `${profile}/${slug}`, profile, section, file }
}

/** Paths of the specs of some profiles. */
const specFiles = (profiles: readonly string[]): readonly string[] =>
  profiles.flatMap((profile) => files(`specs/${profile}/*/*.spec.ts`))

let loaded: Map<string, readonly Placed[]> | undefined

/** Controls as values, without Vitest: what the proof, the traceability and the reports look at. A file is imported once per process. */
export async function controls(profiles: readonly string[]): Promise<readonly Placed[]> {
  loaded ??= new Map()
  const found: Placed[] = []
  for (const file of specFiles(profiles)) {
    const known = loaded.get(file) ?? (await declaredIn(file))
    loaded.set(file, known)
    found.push(...known)
  }
  const ids = found.map(({ id }) => id)
  const doubled = ids.find((id, i) => ids.indexOf(id) !== i)
  if (doubled) throw new Error(`two controls have the id ${doubled}`)
  return found
}

async function declaredIn(file: string): Promise<readonly Placed[]> {
  const here: Placed[] = []
  declareInto((control) => here.push(place(control, file)))
  try {
    await load(file)
  } finally {
    declareInto(undefined)
  }
  if (here.length === 0) throw new Error(`${file} declares no control`)
  return here
}
