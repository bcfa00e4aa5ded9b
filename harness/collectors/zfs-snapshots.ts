import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { count, moment } from './zfs/rows.ts'
import { listOrGet, rowsOfEither } from './zfs/triples.ts'

export interface ZfsSnapshot {
  readonly dataset: string
  /** What follows the `@`; dates in it are only words. */
  readonly label: string
  /** By the pool; of a received snapshot, when its source was made. */
  readonly createdAt: string
  readonly guid: string
  readonly usedBytes: number
  readonly referencedBytes: number
  readonly holds: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every snapshot of every imported pool, in the order of the pool. */
    zfsSnapshots: readonly ZfsSnapshot[]
  }
}

const COLUMNS = ['name', 'creation', 'guid', 'used', 'referenced', 'userrefs']

/**
 * Snapshots, dated by the property `creation`.
 *
 * @source zfs-list(8) -t snapshot, OpenZFS 2.0 or later; `zfs get` of zfs-fuse 0.7; no privileges needed
 */
export const zfsSnapshots = hostCollector('zfsSnapshots', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  timeoutSeconds: 60,
  command: listOrGet(
    `zfs list -Hp -t snapshot -o ${COLUMNS.join(',')}`,
    `zfs get -rHp -o name,property,value ${COLUMNS.slice(1).join(',')}`,
    'index($1, "@") > 0',
  ),
  parse: ({ stdout }): readonly ZfsSnapshot[] =>
    rowsOfEither(stdout, COLUMNS, 'zfs list').map(
      ([name = '', creation, guid = '', used, referenced, holds]) => {
        const [dataset = '', label] = name.split('@')
        if (!dataset || !label)
          throw new Unseen('not understood', 'zfs list names a snapshot without @')
        if (!/^\d+$/.test(guid))
          throw new Unseen('not understood', `the guid of ${name} is no number`)
        return {
          dataset,
          label,
          createdAt: moment(creation, `creation of ${name}`),
          guid,
          usedBytes: count(used, `used bytes of ${name}`),
          referencedBytes: count(referenced, `referenced bytes of ${name}`),
          holds: count(holds, `holds of ${name}`),
        }
      },
    ),
})
