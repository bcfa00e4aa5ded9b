import type { Fault, Step } from '../model/action.ts'
import type { PlacedDrill } from './find.ts'

/** @throws Error for an action that is no matter of commands: what cannot be written down cannot be undone after a crash */
export function stepsOf({ says, steps }: { says: string; steps?: readonly Step[] }) {
  if (!steps) throw new Error(`"${says}" has no steps that could be written down before`)
  return steps
}

/** Hosts that are written to. */
export function hostsOf(drill: PlacedDrill, fault?: Fault): readonly string[] {
  const { prepare, method, recover, stake } = drill
  const actions = [prepare, method, recover?.does, fault].filter((action) => action !== undefined)
  const hosts = actions.flatMap((action) => stepsOf(action).map(({ on }) => on))
  return [...new Set([...hosts, ...(stake?.marker === undefined ? [] : [stake.on])])]
}
