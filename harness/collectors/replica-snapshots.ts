import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { listOrGet, rowsOfEither } from './zfs/triples.ts'

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

/** @source zfs-list(8) -t snapshot on the machine elsewhere, or `zfs get` of zfs-fuse 0.7; no privileges needed */
export const replicaSnapshots = hostCollector('replicaSnapshots', {
  where: ({ name }, { zfs }) => zfs?.replica?.host === name,
  timeoutSeconds: 60,
  command: (_, { zfs }) => {
    const dataset = word(zfs?.replica?.dataset ?? '')
    return listOrGet(
      `zfs list -Hp -t snapshot -o name,guid -r ${dataset}`,
      `zfs get -rHp -o name,property,value guid ${dataset}`,
      'index($1, "@") > 0',
    )
  },
  parse: ({ stdout }): readonly ReplicaSnapshot[] =>
    rowsOfEither(stdout, ['name', 'guid'], 'zfs list').map(([name = '', guid = '']) => {
      const [dataset = '', label] = name.split('@')
      if (!label || !/^\d+$/.test(guid))
        throw new Unseen('not understood', 'zfs list names a snapshot in another form')
      return { dataset, guid }
    }),
})
