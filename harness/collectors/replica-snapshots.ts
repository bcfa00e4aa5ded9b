import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { rowsOf } from './zfs/rows.ts'

/** A snapshot that arrived at the other place: the same one by its guid, whatever it is called. */
export interface ReplicaSnapshot {
  readonly dataset: string
  readonly guid: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    replicaSnapshots: readonly ReplicaSnapshot[]
  }
}

/** @source zfs-list(8) -t snapshot on the machine elsewhere, no privileges needed */
export const replicaSnapshots = hostCollector('replicaSnapshots', {
  where: ({ name }, { zfs }) => zfs?.replica?.host === name,
  timeoutSeconds: 60,
  command: (_, { zfs }) =>
    `zfs list -Hp -t snapshot -o name,guid -r ${word(zfs?.replica?.dataset ?? '')}`,
  parse: ({ stdout }): readonly ReplicaSnapshot[] =>
    rowsOf(stdout, 2, 'zfs list').map(([name = '', guid = '']) => {
      const [dataset = '', label] = name.split('@')
      if (!label || !/^\d+$/.test(guid))
        throw new Unseen('not understood', 'zfs list names a snapshot in another form')
      return { dataset, guid }
    }),
})
