import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { count, moment } from './zfs/rows.ts'
import { listOrGet, rowsOfEither } from './zfs/triples.ts'

/** A file system or volume, with the values that are in force, wherever they were set. */
export interface ZfsDataset {
  readonly name: string
  readonly type: 'filesystem' | 'volume'
  readonly guid: string
  readonly createdAt: string
  readonly usedBytes: number
  readonly availableBytes: number
  /** Data that are reachable in it, without snapshots and children. */
  readonly referencedBytes: number
  readonly usedBySnapshotsBytes: number
  /** Absent for a volume. */
  readonly isMounted?: boolean
  /** A path, `none` or `legacy`; absent for a volume. */
  readonly mountPoint?: string
  readonly canMount?: string
  /** Limits and promises in bytes for it with all that is below it; 0 when there is none. Those for itself alone are none. */
  readonly quotaBytes: number
  readonly reservationBytes: number
  readonly recordBytes?: number
  /** Size of a volume. */
  readonly volumeBytes?: number
  readonly checksum: string
  readonly compression: string
  /** Times its size that the data would need uncompressed, e.g. `1.42`. */
  readonly compressRatio: number
  /** Absent, as `encryption`, where the implementation has nothing of the kind. */
  readonly sync?: string
  readonly isReadOnly: boolean
  readonly encryption?: string
  /** The snapshot that it is a clone of. */
  readonly origin?: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every dataset of every pool that this kernel has imported. */
    zfsDatasets: readonly ZfsDataset[]
  }
}

const COLUMNS = [
  ...['name', 'type', 'guid', 'creation', 'used', 'available', 'referenced', 'usedbysnapshots'],
  ...['mounted', 'mountpoint', 'canmount', 'quota', 'refquota', 'reservation', 'refreservation'],
  ...['recordsize', 'volsize', 'checksum', 'compression', 'compressratio', 'sync', 'readonly'],
  ...['encryption', 'origin'],
] as const

/** What ZFS in user space does not have. */
const NEWER: readonly string[] = ['sync', 'encryption']

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>

const OLDER = COLUMNS.filter((column) => column !== 'name' && !NEWER.includes(column))

/**
 * Datasets as the kernel has them.
 *
 * @source zfs-list(8), zfsprops(7), OpenZFS 2.0 or later; `zfs get` of zfs-fuse 0.7; no privileges needed
 */
export const zfsDatasets = hostCollector('zfsDatasets', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  command: listOrGet(
    `zfs list -Hp -t filesystem,volume -o ${COLUMNS.join(',')}`,
    `zfs get -rHp -o name,property,value ${OLDER.join(',')}`,
    'index($1, "@") == 0',
  ),
  parse: ({ stdout }): readonly ZfsDataset[] =>
    rowsOfEither(stdout, COLUMNS, 'zfs list').map((cells) =>
      datasetOf(Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i]])) as Row),
    ),
})

function datasetOf(row: Row): ZfsDataset {
  const { name, type, guid, checksum, compression, sync, encryption } = row
  if (!name || !guid || !checksum || !compression)
    throw new Unseen('not understood', `${name || 'a dataset'} is not told of whole`)
  if (type !== 'filesystem' && type !== 'volume')
    throw new Unseen('not understood', `${name} is neither a file system nor a volume`)
  const bytes = (column: keyof Row) => count(row[column], `${column} of ${name}`)
  const limit = (column: keyof Row) =>
    row[column] === 'none' || row[column] === '-' ? 0 : bytes(column)
  const ratio = Number(/^(\d+(?:\.\d+)?)x?$/.exec(row.compressratio ?? '')?.[1])
  if (Number.isNaN(ratio)) throw new Unseen('not understood', `the ratio of ${name} is no number`)
  return {
    name,
    type,
    guid,
    createdAt: moment(row.creation, `creation of ${name}`),
    usedBytes: bytes('used'),
    availableBytes: bytes('available'),
    referencedBytes: bytes('referenced'),
    usedBySnapshotsBytes: bytes('usedbysnapshots'),
    ...(type === 'volume' ? { volumeBytes: bytes('volsize') } : fileSystemOf(row)),
    quotaBytes: limit('quota'),
    reservationBytes: limit(type === 'volume' ? 'refreservation' : 'reservation'),
    checksum,
    compression,
    compressRatio: ratio,
    ...(sync === undefined ? {} : { sync }),
    isReadOnly: yes(row.readonly, `readonly of ${name}`, 'on', 'off'),
    ...(encryption === undefined ? {} : { encryption }),
    ...(row.origin === '-' || row.origin === undefined ? {} : { origin: row.origin }),
  }
}

function fileSystemOf({ name, mounted, mountpoint, canmount, recordsize }: Row) {
  if (!mountpoint || !canmount)
    throw new Unseen('not understood', `${name} does not tell where it is mounted`)
  return {
    isMounted: yes(mounted, `mounted of ${name}`, 'yes', 'no'),
    mountPoint: mountpoint,
    canMount: canmount,
    recordBytes: count(recordsize, `recordsize of ${name}`),
  }
}

function yes(value: string | undefined, what: string, on: string, off: string): boolean {
  if (value !== on && value !== off)
    throw new Unseen('not understood', `${what} is neither ${on} nor ${off}`)
  return value === on
}
