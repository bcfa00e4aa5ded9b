import type { Census } from '../model/census.ts'
import { flag } from '../model/parse.ts'
import { talosCollector } from './talos/ask.ts'
import { resourcesOf } from './talos/resources.ts'

/** A service of Talos itself on one node. */
export interface TalosService {
  readonly node: string
  /** `apid`, `etcd`, `kubelet` … */
  readonly name: string
  readonly isRunning: boolean
  readonly isHealthy: boolean
  /** Whether nothing looks after its health. */
  readonly isUnknown: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosServices: Census<TalosService>
  }
}

/** @source talosctl get services -o json, role os:reader */
export const talosServices = talosCollector('talosServices', {
  words: 'get services -o json',
  parse: (answers) =>
    resourcesOf(
      answers,
      ({ node, id, spec }): TalosService => ({
        node,
        name: id,
        isRunning: flag(spec.running, `running of ${id} on ${node}`),
        isHealthy: flag(spec.healthy, `healthy of ${id} on ${node}`),
        isUnknown: flag(spec.unknown, `unknown of ${id} on ${node}`),
      }),
    ),
})
