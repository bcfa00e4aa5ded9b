import type { Census } from '../model/census.ts'
import { text } from '../model/parse.ts'
import { talosCollector } from './talos/ask.ts'
import { resourcesOf } from './talos/resources.ts'

/** A problem that a node found in itself. */
export interface TalosDiagnostic {
  readonly node: string
  /** `address-overlap`, `kubelet-csr` … */
  readonly id: string
  readonly message: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosDiagnostics: Census<TalosDiagnostic>
  }
}

/** @source talosctl get diagnostics -o json, Talos 1.9 or later, role os:reader */
export const talosDiagnostics = talosCollector('talosDiagnostics', {
  words: 'get diagnostics -o json',
  parse: (answers) =>
    resourcesOf(
      answers,
      ({ node, id, spec }): TalosDiagnostic => ({
        node,
        id,
        message: text(spec.message, `message of ${id} on ${node}`),
      }),
    ),
})
