import { type Problem, written } from './position.ts'
import { walk } from './walk.ts'

/** Names whose chain of `step` leads back to them; each loop is told once, at its first name. */
export function loops(root: unknown, list: string, step: string, says: string): readonly Problem[] {
  const next = new Map<string, readonly string[]>()
  const entries = walk(root, `${list}[].name`)
  for (const { path, value } of entries) {
    if (next.has(String(value))) continue
    const own = walk(root, `${list}[].${step}`).filter((found) => found.path[1] === path[1])
    next.set(
      String(value),
      own.map((found) => String(found.value)),
    )
  }
  const told = new Set<string>()
  return entries.flatMap(({ path, value }) => {
    const chain = chainBack(String(value), next)
    if (!chain || chain.some((name) => told.has(name))) return []
    for (const name of chain) told.add(name)
    return [
      {
        path,
        at: 'value',
        says: `${written(path.slice(0, 2))} ${says}: ${chain.join(' → ')}; break the loop`,
      },
    ]
  })
}

function chainBack(
  start: string,
  next: ReadonlyMap<string, readonly string[]>,
): readonly string[] | undefined {
  const seen = new Set<string>()
  const follow = (name: string, chain: readonly string[]): readonly string[] | undefined => {
    for (const step of next.get(name) ?? []) {
      if (step === start) return [...chain, start]
      if (seen.has(step)) continue
      seen.add(step)
      const found = follow(step, [...chain, step])
      if (found) return found
    }
    return undefined
  }
  return follow(start, [start])
}
