import type { Get } from '../../model/collector.ts'
import { list, object, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

/** Something that one of the automation services complains about. */
export interface Complaint {
  /** `notice`, `warning`, `error`. */
  readonly type: string
  /** What complains, e.g. `RootFolderCheck`, `IndexerStatusCheck`. */
  readonly source: string
}

/** What one of the automation services says of itself. */
export interface ServarrHealth {
  readonly version: string
  readonly complaints: readonly Complaint[]
}

/** Sources and types only: messages may quote paths and addresses of indexers. */
export async function healthOf(get: Get, version: 'v1' | 'v3'): Promise<ServarrHealth> {
  await showsTasks(get, version)
  const status = object(await get(`/api/${version}/system/status`), 'system status')
  return {
    version: text(status.version, 'version'),
    complaints: list(await get(`/api/${version}/health`), 'health').map((value) => {
      const row = object(value, 'a complaint')
      return { type: text(row.type, 'type of a complaint'), source: text(row.source, 'source') }
    }),
  }
}

/**
 * Each of them has tasks of its own, always: a list of complaints that is empty is believed where that one is not.
 *
 * @throws Unseen when there are none
 */
export async function showsTasks(get: Get, version: 'v1' | 'v3'): Promise<void> {
  const tasks = list(await get(`/api/${version}/system/task`), 'tasks')
  if (tasks.length === 0)
    throw new Unseen('not permitted', 'it shows no task of its own: its lists are not whole')
}
