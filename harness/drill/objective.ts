import { parametersOf, type Value } from '../judge/parameters.ts'
import type { Objective } from '../model/drill.ts'
import type { Inventory } from '../model/inventory.ts'
import { defaultsOf } from '../profile/profile.ts'
import { profileOf } from '../run/bench.ts'

/** What holds where neither a document nor an inventory says otherwise. */
const BOUNDS: Readonly<Record<string, Value>> = {
  'p.rto.critical': '1h',
  'p.rto.noncritical': '24h',
  'p.rpo.critical': '1h',
  'p.rpo.noncritical': '24h',
}

/** Seconds that an objective allows, for the time until it is back (`rto`) or the data that may be lost (`rpo`). */
export async function secondsOf(
  objective: Objective,
  kind: 'rto' | 'rpo',
  { profile, inventory }: { readonly profile: string; readonly inventory: Inventory },
): Promise<number> {
  const defaults = defaultsOf(await profileOf(profile))
  const name = objective.startsWith('p.') ? objective : `p.${kind}.${objective}`
  return parametersOf({ ...BOUNDS, ...defaults, ...inventory.parameters }).seconds(name)
}
