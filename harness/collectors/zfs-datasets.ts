import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { count, moment, rowsOf } from './zfs/rows.ts'

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
  readonly sync: string
  readonly isReadOnly: boolean
  readonly encryption: string
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

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>

/**
 * Datasets as the kernel has them.
 *
 * @source zfs-list(8), zfsprops(7), OpenZFS 2.0 or later; no privileges needed
 */
export const zfsDatasets = hostCollector('zfsDatasets', {
  where: ({ name }, { zfs }) => zfs?.host === name,
  command: `zfs list -Hp -t filesystem,volume -o ${COLUMNS.join(',')}`,
  parse: ({ stdout }): readonly ZfsDataset[] =>
    rowsOf(stdout, COLUMNS.length, 'zfs list').map((cells) =>
      datasetOf(Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? ''])) as Row),
    ),
})

function datasetOf(row: Row): ZfsDataset {
  const { name, type } = row
  if (type !== 'filesystem' && type !== 'volume')
    throw new Unseen('not understood', `${name} is neither a file system nor a volume`)
  const bytes = (column: keyof Row) => count(row[column], `${column} of ${name}`)
  const limit = (column: keyof Row) =>
    row[column] === 'none' || row[column] === '-' ? 0 : bytes(column)
  const ratio = Number(/^(\d+(?:\.\d+)?)x?$/.exec(row.compressratio)?.[1])
  if (Number.isNaN(ratio)) throw new Unseen('not understood', `the ratio of ${name} is no number`)
  return {
    name,
    type,
    guid: row.guid,
    createdAt: moment(row.creation, `creation of ${name}`),
    usedBytes: bytes('used'),
    availableBytes: bytes('available'),
    referencedBytes: bytes('referenced'),
    usedBySnapshotsBytes: bytes('usedbysnapshots'),
    ...(type === 'volume' ? { volumeBytes: bytes('volsize') } : fileSystemOf(row)),
    quotaBytes: limit('quota'),
    reservationBytes: limit(type === 'volume' ? 'refreservation' : 'reservation'),
    checksum: row.checksum,
    compression: row.compression,
    compressRatio: ratio,
    sync: row.sync,
    isReadOnly: yes(row.readonly, `readonly of ${name}`, 'on', 'off'),
    encryption: row.encryption,
    ...(row.origin === '-' ? {} : { origin: row.origin }),
  }
}

const fileSystemOf = (row: Row) => ({
  isMounted: yes(row.mounted, `mounted of ${row.name}`, 'yes', 'no'),
  mountPoint: row.mountpoint,
  canMount: row.canmount,
  recordBytes: count(row.recordsize, `recordsize of ${row.name}`),
})

function yes(value: string, what: string, on: string, off: string): boolean {
  if (value !== on && value !== off)
    throw new Unseen('not understood', `${what} is neither ${on} nor ${off}`)
  return value === on
}
