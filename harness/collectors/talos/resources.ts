import type { Census } from '../../model/census.ts'
import { object, parseJson, text } from '../../model/parse.ts'
import type { NodeAnswer } from './ask.ts'

type Shape = { readonly [member: string]: unknown }

/** A resource of a node, as `talosctl get -o json` prints it. */
export interface TalosResource {
  readonly node: string
  readonly id: string
  readonly spec: Shape
}

/** Every resource that the nodes printed, each read by `read`; complete when no node was silent. */
export function resourcesOf<T>(
  answers: readonly NodeAnswer[],
  read: (resource: TalosResource) => T,
): Census<T> {
  const items = answers.flatMap(({ node, text: said }) => documentsIn(said ?? '', node).map(read))
  return censusOf(answers, items)
}

/** What was found, with the nodes that said nothing. */
export function censusOf<T>(answers: readonly NodeAnswer[], items: readonly T[]): Census<T> {
  const silent = answers.filter((answer) => answer.text === undefined).map(({ node }) => node)
  return silent.length === 0
    ? { items, complete: true }
    : { items, complete: false, because: `${silent.join(', ')} did not answer talosctl` }
}

/** One JSON document after the other, each indented, so that only its own braces stand at the margin. */
const documentsIn = (said: string, node: string): readonly TalosResource[] =>
  said
    .split(/^(?=\{$)/m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const found = object(parseJson(part, `a resource of ${node}`), `a resource of ${node}`)
      const { id } = object(found.metadata, `metadata of a resource of ${node}`)
      const name = text(id, `id of a resource of ${node}`)
      return { node, id: name, spec: object(found.spec, `${name} of ${node}`) }
    })
