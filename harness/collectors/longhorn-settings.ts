import type { Census } from '../model/census.ts'
import { apiCollector } from '../model/collector.ts'
import { object, text } from '../model/parse.ts'
import { longhornList } from './kubernetes/longhorn.ts'

/** A setting of Longhorn, as text; some hold JSON with a value for each engine. */
export interface LonghornSetting {
  readonly name: string
  readonly value: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    longhornSettings: Census<LonghornSetting>
  }
}

/** Names of Secrets are settings as well; no secret itself is. */
const HIDDEN = /secret|credential|password|token/i

/** @source GET settings of longhorn.io/v1beta2 */
export const longhornSettings = apiCollector('longhornSettings', {
  api: 'kubernetes',
  read: (get) =>
    longhornList(get, 'settings', 'Setting', (item) => {
      const name = text(object(item.metadata, 'metadata of a setting').name, 'name of a setting')
      const value = text(item.value, `value of setting ${name}`)
      return { name, value: HIDDEN.test(name) && value !== '' ? '***' : value }
    }),
})
