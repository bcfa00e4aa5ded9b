import type { Census } from '../model/census.ts'
import { text } from '../model/parse.ts'
import { talosCollector } from './talos/ask.ts'
import { resourcesOf } from './talos/resources.ts'

/** A volume that Talos keeps, e.g. `STATE` or `EPHEMERAL`. */
export interface TalosVolume {
  readonly node: string
  readonly name: string
  /** `ready`, `waiting`, `failed`, `missing` … */
  readonly phase: string
  /** `luks2`; absent when it is not encrypted. */
  readonly encryption?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosVolumes: Census<TalosVolume>
  }
}

/** @source talosctl get volumestatus -o json, Talos 1.8 or later, role os:reader */
export const talosVolumes = talosCollector('talosVolumes', {
  words: 'get volumestatus -o json',
  parse: (answers) =>
    resourcesOf(answers, ({ node, id, spec }): TalosVolume => {
      const provider = spec.encryptionProvider ?? ''
      const encryption = text(provider, `encryption of ${id} on ${node}`)
      return {
        node,
        name: id,
        phase: text(spec.phase, `phase of ${id} on ${node}`),
        ...(encryption === '' || encryption === 'none' ? {} : { encryption }),
      }
    }),
})
