import { apiCollector } from '../model/collector.ts'
import { flag, list, number, object, text } from '../model/parse.ts'
import { showsTasks } from './servarr/health.ts'

/** A source that Prowlarr asks. */
export interface Indexer {
  readonly name: string
  readonly isEnabled: boolean
  /** Until when it is left alone, because it failed; absent when it is asked. */
  readonly disabledUntil?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    prowlarrIndexers: readonly Indexer[]
  }
}

/** @source GET /api/v1/indexer, /api/v1/indexerstatus of Prowlarr */
export const prowlarrIndexers = apiCollector('prowlarrIndexers', {
  api: 'prowlarr',
  read: async (get): Promise<readonly Indexer[]> => {
    await showsTasks(get, 'v1')
    const failed = list(await get('/api/v1/indexerstatus'), 'status of indexers').map((value) =>
      object(value, 'status of an indexer'),
    )
    return list(await get('/api/v1/indexer'), 'indexers').map((value) => {
      const row = object(value, 'an indexer')
      const id = number(row.id, 'id of an indexer')
      const until = failed.find(({ indexerId }) => indexerId === id)?.disabledTill
      return {
        name: text(row.name, 'name of an indexer'),
        isEnabled: flag(row.enable, 'enable of an indexer'),
        ...(until === undefined || until === null
          ? {}
          : { disabledUntil: text(until, 'disabledTill of an indexer') }),
      }
    })
  },
})
