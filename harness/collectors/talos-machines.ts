import type { Census } from '../model/census.ts'
import { flag, list, object, text } from '../model/parse.ts'
import { talosCollector } from './talos/ask.ts'
import { resourcesOf } from './talos/resources.ts'

/** How far a node has come. */
export interface TalosMachine {
  readonly node: string
  /** `booting`, `running`, `upgrading`, `resetting` … */
  readonly stage: string
  readonly isReady: boolean
  /** What it waits for. */
  readonly unmet: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    talosMachines: Census<TalosMachine>
  }
}

/** @source talosctl get machinestatus -o json, role os:reader */
export const talosMachines = talosCollector('talosMachines', {
  words: 'get machinestatus -o json',
  parse: (answers) =>
    resourcesOf(answers, ({ node, spec }): TalosMachine => {
      const { ready, unmetConditions } = object(spec.status, `status of ${node}`)
      const conditions = unmetConditions ?? []
      return {
        node,
        stage: text(spec.stage, `stage of ${node}`),
        isReady: flag(ready, `ready of ${node}`),
        unmet: list(conditions, `conditions of ${node}`).map((one) =>
          text(object(one, `a condition of ${node}`).name, `a condition of ${node}`),
        ),
      }
    }),
})
