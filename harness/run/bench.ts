import type { Guard } from '../judge/guard.ts'
import type { Bench } from '../judge/judge.ts'
import type { Snapshot } from '../model/snapshot.ts'
import { defaultsOf, type Profile } from '../profile/profile.ts'
import { load, loadAll } from './load.ts'

/** The profile of that name, from `specs/<name>/profile.ts`. */
export async function profileOf(name: string): Promise<Profile> {
  const { default: profile } = await load(`specs/${name}/profile.ts`)
  if (!profile) throw new Error(`specs/${name}/profile.ts has no default export`)
  return profile as Profile
}

/** Everything judging needs for one snapshot: guards and parameter defaults, found by path. */
export async function benchOf(snapshot: Snapshot): Promise<Bench> {
  const guards = await loadAll<Guard>('harness/guards/*.ts')
  const parameters = await Promise.all(
    snapshot.inventory.profiles.map(async (name) => {
      return [name, defaultsOf(await profileOf(name))] as const
    }),
  )
  return { snapshot, guards, parameters: Object.fromEntries(parameters) }
}
