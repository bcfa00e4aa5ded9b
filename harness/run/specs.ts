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

const loaded = new Map<string, Promise<readonly Placed[]>>()

/** Controls as values, without Vitest: what the proof, the traceability and the reports look at. A profile is looked for once per process. */
export async function controls(profiles: readonly string[]): Promise<readonly Placed[]> {
  const found = (await Promise.all(profiles.map(declaredBy))).flat()
  const ids = found.map(({ id }) => id)
  const doubled = ids.find((id, i) => ids.indexOf(id) !== i)
  if (doubled) throw new Error(`two controls have the id ${doubled}`)
  return found
}

/** One profile after the other, whoever asks: who declares a control is known by whose file is being read. */
let reading: Promise<unknown> = Promise.resolve()

function declaredBy(profile: string): Promise<readonly Placed[]> {
  const known = loaded.get(profile) ?? reading.then(() => readProfile(profile))
  loaded.set(profile, known)
  reading = known.catch(() => undefined)
  return known
}

async function readProfile(profile: string): Promise<readonly Placed[]> {
  const found: Placed[] = []
  for (const file of files(`specs/${profile}/*/*.spec.ts`)) found.push(...(await declaredIn(file)))
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
