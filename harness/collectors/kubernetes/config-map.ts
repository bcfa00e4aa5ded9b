import type { Get } from '../../model/collector.ts'
import { object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { maybe, rows, textsByName } from './parts.ts'

/** Settings of one component, by key. */
export type Settings = Readonly<Record<string, string>>

export interface ConfigMap {
  readonly settings: Settings
  /** When somebody last wrote to it; absent when the API server keeps no such notes. */
  readonly changedAt?: string
}

/**
 * One ConfigMap, asked for by its name: a reader needs no right to any other. Only the keys that `keeps`
 * accepts are kept; others may hold what is private.
 */
export async function configMapAt(
  get: Get,
  namespace: string,
  name: string,
  keeps: (key: string) => boolean = () => true,
): Promise<ConfigMap> {
  const what = `ConfigMap ${namespace}/${name}`
  const answer = object(await get(`/api/v1/namespaces/${namespace}/configmaps/${name}`), what)
  const metadata = object(answer.metadata, `metadata of ${what}`)
  if (answer.kind !== 'ConfigMap' || metadata.name !== name)
    throw new Unseen('not understood', `${what} was answered with something else`)
  const all = Object.entries(textsByName(answer.data, `data of ${what}`))
  const writes = rows(metadata.managedFields, `managedFields of ${what}`)
    .filter(({ time }) => time !== undefined)
    .map(({ time }) => text(time, `a write of ${what}`))
    .sort()
  return {
    settings: Object.fromEntries(all.filter(([key]) => keeps(key))),
    ...maybe('changedAt', writes.at(-1)),
  }
}
