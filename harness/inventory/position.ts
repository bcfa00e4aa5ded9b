import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml'

/** Where something stands in a document: member names and list indexes from the root. */
export type Path = readonly (string | number)[]

/** Something wrong at one place; `says` is `what, and what to do`. */
export interface Problem {
  readonly path: Path
  /** Whether the member's name is meant, or its value. */
  readonly at: 'key' | 'value'
  readonly says: string
}

/** A path as people write it: `hosts[0].address`. */
export const written = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')

/** Offset of the place in the text; of the nearest thing around it when the place does not exist. */
export function offsetOf(document: Document, path: Path, at: 'key' | 'value'): number {
  let node = document.contents as Node | null
  let offset = node?.range?.[0] ?? 0
  for (const [depth, step] of path.entries()) {
    const { key, value } = member(isAlias(node) ? node.resolve(document) : node, step)
    const meant = at === 'key' && depth === path.length - 1 ? key : (value ?? key)
    if (!meant) return offset
    offset = meant.range?.[0] ?? offset
    node = value ?? null
  }
  return offset
}

function member(node: unknown, step: string | number): { key?: Node; value?: Node } {
  if (isSeq(node)) {
    const item = node.items[Number(step)] as Node | undefined
    return item ? { key: item, value: item } : {}
  }
  if (!isMap(node)) return {}
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
  return {
    ...(pair?.key ? { key: pair.key as Node } : {}),
    ...(pair?.value ? { value: pair.value as Node } : {}),
  }
}
