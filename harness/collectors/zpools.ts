import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { bytes, count, rowsOf } from './zfs/rows.ts'
import { type PoolState, statesInJson } from './zfs/status-json.ts'
import { statesInText } from './zfs/status-text.ts'

/** An imported pool: what it holds, and how its devices are. */
export interface Zpool extends PoolState {
  /** Decimal, as it needs more digits than a number has. */
  readonly guid: string
  readonly sizeBytes: number
  readonly allocatedBytes: number
  /** Percent in use. */
  readonly capacity: number
  /** What `zpool list` says of it: `ONLINE`, `DEGRADED`, `SUSPENDED` … */
  readonly health: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every pool that this kernel has imported; none when none is. */
    zpools: readonly Zpool[]
  }
}

const COLUMNS = 'name,guid,size,allocated,capacity,health'

/**
 * Pools by `zpool list`, with their state by `zpool status`: as JSON from OpenZFS 2.3 on, as text before. A
 * pool that only one of the two names is not understood.
 *
 * @source zpool-list(8), zpool-status(8), OpenZFS 2.1 or later, or zfs-fuse 0.7, which rounds sizes; no privileges needed
 */
export const zpools = hostCollector('zpools', {
  where: ({ name, role }, { zfs, backup }) =>
    zfs?.host === name ||
    backup?.host === name ||
    // Where guests are backed up, what they are on is looked at as well.
    (backup !== undefined && role === 'hypervisor'),
  command: `{ zpool list -Hp -o ${COLUMNS} || { zpool list -p 2>&1 | grep -q "^invalid option 'p'" || exit 1; zpool list -H -o ${COLUMNS}; }; } && echo '-- status' && if zpool status --help 2>&1 | grep -q -- --json; then zpool status -P -j --json-int; elif zpool status -p 2>&1 | grep -q "^invalid option 'p'"; then TZ=UTC LC_ALL=C zpool status; else TZ=UTC LC_ALL=C zpool status -p -P; fi`,
  parse: ({ stdout }): readonly Zpool[] => {
    const [listed = '', status] = stdout.split(/^-- status\n/m)
    if (status === undefined) throw new Unseen('cut short', 'zpool list was not followed by status')
    const states = /^\s*\{/.test(status) ? statesInJson(status) : statesInText(status)
    const pools = rowsOf(listed, 6, 'zpool list').map(
      ([name = '', guid = '', size, allocated, capacity, health = '']) => {
        const state = states.find((one) => one.name === name)
        if (!state) throw new Unseen('not understood', `zpool status does not name pool ${name}`)
        if (!/^\d+$/.test(guid)) throw new Unseen('not understood', `pool ${name} has no guid`)
        return {
          ...state,
          guid,
          sizeBytes: bytes(size, `size of ${name}`),
          allocatedBytes: bytes(allocated, `allocated bytes of ${name}`),
          capacity: count(capacity?.replace(/%$/, ''), `capacity of ${name}`),
          health,
        }
      },
    )
    if (pools.length !== states.length)
      throw new Unseen('not understood', 'zpool status names a pool that zpool list does not')
    return pools
  },
})
