import { BadInput } from '../model/bad-input.ts'
import type { Inventory } from '../model/inventory.ts'
import type { Target } from '../model/target.ts'
import type { PlacedDrill } from './find.ts'
import { hostsOf } from './steps.ts'

interface Asked {
  readonly target: Target['name']
  readonly allow: readonly string[]
  readonly inventory: Inventory
  /** Whether each is to be carried out under its fault as well. */
  readonly prove: boolean
  readonly now: Date
}

/** Why a drill cannot be carried out on a target, whoever allows it; undefined when it can. */
export function whyNotOn(drill: PlacedDrill, target: string): string | undefined {
  if (target === 'embedded') return 'embedded: its answers are recordings, nothing can be disturbed'
  return drill.notOn?.[target as Target['name']]
}

/**
 * A replica may be disturbed at any time. The lab itself only on hosts that are named on the command line, and
 * in a window that its inventory approves for them: two people, or one person twice.
 *
 * @throws BadInput with all that is missing
 */
export function permit(drills: readonly PlacedDrill[], asked: Asked): void {
  const problems = drills.flatMap((drill) => whyRefused(drill, asked))
  if (problems.length > 0) throw new BadInput([...new Set(problems)])
}

/** All that is missing before a drill may be carried out now. */
export function whyRefused(drill: PlacedDrill, asked: Asked): readonly string[] {
  const { target, allow, inventory, prove, now } = asked
  if (target !== 'live') return []
  const fault = prove ? drill.fault : undefined
  const hosts = hostsOf(drill, fault)
  const missing = hosts.filter((host) => !allow.includes(host))
  const windows = inventory.drills?.windows ?? []
  const open = windows.filter(
    ({ from, until }) => Date.parse(from) <= now.getTime() && now.getTime() <= Date.parse(until),
  )
  const shut = hosts.filter((host) => !open.some((window) => window.hosts.includes(host)))
  return [
    ...(drill.stake?.safeguards.length === 0
      ? [`${drill.id} puts data at stake, and names no control that tells of a fresh way back`]
      : []),
    ...(fault && drill.stake
      ? [
          `${drill.id} puts data at stake, and \`${fault.says}\` would take away what brings them back: prove it on a replica`,
        ]
      : []),
    ...missing.map(
      (host) => `${drill.id} disturbs ${host}: say --allow ${host} if that is what you want`,
    ),
    ...shut.map(
      (host) =>
        `${drill.id} disturbs ${host}, and no window in \`drills.windows\` of lab.yaml approves that now (${now.toISOString().slice(0, 16)}Z)`,
    ),
  ]
}
