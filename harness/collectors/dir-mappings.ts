import { apiCollector } from '../model/collector.ts'
import { list, text } from '../model/parse.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { propertiesOf } from './proxmox/property-string.ts'

/** A folder of a node that machines may be given by its name, over virtiofs. */
export interface DirMapping {
  readonly id: string
  /** By node. */
  readonly paths: Readonly<Record<string, string>>
}

declare module '../model/facts.ts' {
  interface LabFacts {
    dirMappings: readonly DirMapping[]
  }
}

const PATH = `${API}/cluster/mapping/dir`

/** @source GET /cluster/mapping/dir, Proxmox VE 8.4 or later; it leaves out what the token may not see */
export const dirMappings = apiCollector('dirMappings', {
  api: 'proxmox',
  where: ({ zfs }) => zfs?.paths?.some(({ by }) => by === 'virtiofs') === true,
  read: async (get): Promise<readonly DirMapping[]> =>
    rowsOf(await get(PATH), PATH).map((row) => {
      const id = text(row.id, 'id of a mapping')
      const entries = list(row.map, `map of ${id}`).map((entry) => {
        const found = propertiesOf(text(entry, `an entry of ${id}`), 'node')
        return [
          text(found.get('node'), `node of ${id}`),
          text(found.get('path'), `path of ${id}`),
        ] as const
      })
      return { id, paths: Object.fromEntries(entries) }
    }),
})
