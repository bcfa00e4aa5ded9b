import type { Census } from '../model/census.ts'
import { object, text } from '../model/parse.ts'
import { talosCollector } from './talos/ask.ts'
import { resourcesOf } from './talos/resources.ts'

/** A system extension in the image of a node. */
export interface TalosExtension {
  readonly node: string
  readonly name: string
  readonly version: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosExtensions: Census<TalosExtension>
  }
}

/** @source talosctl get extensions -o json, role os:reader */
export const talosExtensions = talosCollector('talosExtensions', {
  words: 'get extensions -o json',
  parse: (answers) =>
    resourcesOf(answers, ({ node, id, spec }): TalosExtension => {
      const { name, version } = object(spec.metadata, `metadata of ${id} on ${node}`)
      return {
        node,
        name: text(name, `name of ${id} on ${node}`),
        version: text(version, `version of ${id} on ${node}`),
      }
    }),
})
