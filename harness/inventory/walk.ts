import type { Path } from './position.ts'

/** A value and where it stands. */
export interface Found {
  readonly path: Path
  readonly at: 'key' | 'value'
  readonly value: string | number
}

/**
 * Every text and number that a pattern leads to, in order: `hosts[].ssh.jump`, `tailnet.routes{}` (its
 * keys), `apis.*.url` (of every key).
 * What is absent or of another kind is passed over: its shape is somebody else's complaint.
 */
export function walk(root: unknown, pattern: string): readonly Found[] {
  const steps = pattern.match(/\[\]|\{\}|[^.[\]{}]+/g) ?? []
  let reached: readonly { path: Path; at: 'key' | 'value'; value: unknown }[] = [
    { path: [], at: 'value', value: root },
  ]
  for (const step of steps)
    reached = reached.flatMap(({ path, value }) => children(path, value, step))
  return reached.filter((found): found is Found =>
    ['string', 'number'].includes(typeof found.value),
  )
}

function children(
  path: Path,
  value: unknown,
  step: string,
): { path: Path; at: 'key' | 'value'; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return []
  if (step === '[]')
    return Array.isArray(value)
      ? value.map((item, index) => ({ path: [...path, index], at: 'value', value: item }))
      : []
  if (Array.isArray(value)) return []
  if (step === '{}')
    return Object.keys(value).map((key) => ({ path: [...path, key], at: 'key', value: key }))
  if (step === '*')
    return Object.entries(value).map(([key, item]) => ({
      path: [...path, key],
      at: 'value',
      value: item,
    }))
  if (!Object.hasOwn(value, step)) return []
  return [{ path: [...path, step], at: 'value', value: (value as Record<string, unknown>)[step] }]
}
