import type { Guard } from '../judge/guard.ts'
import type { Bench } from '../judge/judge.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Profile } from '../profile/profile.ts'
import { load, loadAll } from './load.ts'

/** The profile of that name, from `specs/<name>/profile.ts`. */
export async function profileOf(name: string): Promise<Profile> {
  const { default: profile, ...named } = await load(`specs/${name}/profile.ts`)
  const found = profile ?? Object.values(named)[0]
  if (!found) throw new Error(`specs/${name}/profile.ts exports no profile`)
  return found as Profile
}

/** Everything judging needs for one snapshot: guards and parameter defaults, found by path. */
export async function benchOf(snapshot: Snapshot): Promise<Bench> {
  const guards = await loadAll<Guard>('harness/guards/*.ts')
  const parameters = await Promise.all(
    snapshot.inventory.profiles.map(async (name) => {
      const { parameters } = await profileOf(name)
      const defaults = Object.entries(parameters).map(([key, { default: value }]) => [key, value])
      return [name, Object.fromEntries(defaults)] as const
    }),
  )
  return { snapshot, guards, parameters: Object.fromEntries(parameters) }
}
