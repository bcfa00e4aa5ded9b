import type { Census } from '../model/census.ts'
import { flag, text } from '../model/parse.ts'
import { talosCollector } from './talos/ask.ts'
import { resourcesOf } from './talos/resources.ts'

/** A file system that Talos mounted. */
export interface TalosMount {
  readonly node: string
  readonly source: string
  readonly target: string
  /** `squashfs`, `xfs` … */
  readonly type: string
  readonly isReadOnly: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosMounts: Census<TalosMount>
  }
}

/** @source talosctl get mountstatuses.block.talos.dev -o json, Talos 1.10 or later, role os:reader */
export const talosMounts = talosCollector('talosMounts', {
  words: 'get mountstatuses.block.talos.dev -o json',
  parse: (answers) =>
    resourcesOf(
      answers,
      ({ node, id, spec }): TalosMount => ({
        node,
        source: text(spec.source, `source of ${id} on ${node}`),
        target: text(spec.target, `target of ${id} on ${node}`),
        type: text(spec.filesystem, `filesystem of ${id} on ${node}`),
        isReadOnly: flag(spec.readOnly, `readOnly of ${id} on ${node}`),
      }),
    ),
})
