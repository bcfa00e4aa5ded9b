import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { count, moment, rowsOf } from './zfs/rows.ts'

/** A disk of a virtual machine, as the pool has it. */
export interface ZfsVolume {
  readonly name: string
  readonly volumeBytes: number
  /** When its snapshots were taken. */
  readonly snapshots: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every volume of every pool, beside the file systems in `zfsDatasets`. */
    zfsVolumes: readonly ZfsVolume[]
  }
}

/**
 * Asked for by itself: ZFS in user space has file systems, and no volumes.
 *
 * @source zfs-list(8) -t volume, OpenZFS 2.0 or later; no privileges needed
 */
export const zfsVolumes = hostCollector('zfsVolumes', {
  where: ({ name }, { zfs }) =>
    zfs?.host === name && (zfs.paths ?? []).some(({ by }) => by === 'disk'),
  timeoutSeconds: 60,
  command:
    'zfs list -Hp -t volume -o name,volsize && echo "-- snapshots" && zfs list -Hp -t snapshot -o name,creation',
  parse: ({ stdout }): readonly ZfsVolume[] => {
    const [volumes = '', taken] = stdout.split(/^-- snapshots\n/m)
    if (taken === undefined) throw new Unseen('cut short', 'no snapshots were listed')
    const snapshots = rowsOf(taken, 2, 'zfs list')
    return rowsOf(volumes, 2, 'zfs list').map(([name = '', size]) => ({
      name,
      volumeBytes: count(size, `size of ${name}`),
      snapshots: snapshots
        .filter(([snapshot = '']) => snapshot.startsWith(`${name}@`))
        .map(([snapshot, at]) => moment(at, `creation of ${snapshot}`)),
    }))
  },
})
