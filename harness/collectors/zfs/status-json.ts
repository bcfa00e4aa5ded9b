import { list, number, object, parseJson, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'

/** A disk, or a group of disks, of a pool. */
export interface PoolDevice {
  readonly name: string
  /** `ONLINE`, `DEGRADED`, `FAULTED`, `OFFLINE`, `UNAVAIL`, `REMOVED`; of a spare `AVAIL` or `INUSE`. */
  readonly state: string
  /** Path of a leaf; absent for a group. */
  readonly path?: string
  readonly readErrors: number
  readonly writeErrors: number
  readonly checksumErrors: number
}

/** The last pass over the data of a pool. */
export interface PoolScan {
  readonly kind: 'scrub' | 'resilver'
  readonly state: 'finished' | 'canceled' | 'running'
  readonly errors?: number
  /** When it ended, or was given up; ISO 8601. */
  readonly endedAt?: string
}

export interface PoolState {
  readonly name: string
  readonly state: string
  /** Files and blocks that are known to be damaged for good. */
  readonly errorCount: number
  /** What there is to be said about it; absent when there is nothing. */
  readonly notice?: string
  /** Absent when no pass was ever made, or none that it remembers. */
  readonly scan?: PoolScan
  /** Every device, the pool itself first. */
  readonly devices: readonly PoolDevice[]
}

type Shape = Readonly<Record<string, unknown>>

const STATES: Readonly<Record<string, PoolScan['state']>> = {
  FINISHED: 'finished',
  CANCELED: 'canceled',
  SCANNING: 'running',
}
const KINDS: Readonly<Record<string, PoolScan['kind']>> = {
  SCRUB: 'scrub',
  RESILVER: 'resilver',
}

/** States of pools as `zpool status -j --json-int` prints them. */
export function statesInJson(json: string): readonly PoolState[] {
  const answer = object(parseJson(json, 'zpool status'), 'what zpool status printed')
  return Object.values(object(answer.pools, 'pools')).map((value) => {
    const pool = object(value, 'a pool')
    const name = text(pool.name, 'name of a pool')
    const notice = pool.status === undefined ? undefined : text(pool.status, `status of ${name}`)
    const scan = scanOf(pool.scan_stats, name)
    return {
      name,
      state: stateOf(pool.state, name),
      errorCount: number(pool.error_count, `error_count of ${name}`),
      ...(notice === undefined ? {} : { notice: notice.replaceAll(/\s+/g, ' ').trim() }),
      ...(scan === undefined ? {} : { scan }),
      devices: GROUPS.flatMap((group) =>
        pool[group] === undefined ? [] : devicesOf(pool[group], name),
      ),
    }
  })
}

/** Where a pool's devices are listed; spares are no part of its state until they are in use. */
const GROUPS = ['vdevs', 'logs', 'special', 'dedup', 'l2cache']

/** A leaf that is well is `HEALTHY` in some releases, where the text says `ONLINE`. */
const stateOf = (value: unknown, of: string): string => {
  const state = text(value, `state of ${of}`)
  return state === 'HEALTHY' ? 'ONLINE' : state
}

function devicesOf(value: unknown, of: string): readonly PoolDevice[] {
  const found = Array.isArray(value)
    ? list(value, of)
    : Object.values(object(value, `vdevs of ${of}`))
  return found.flatMap((item) => {
    const device: Shape = object(item, `a device of ${of}`)
    const name = text(device.name, `name of a device of ${of}`)
    const errors = (kind: string) => number(device[`${kind}_errors`], `${kind} errors of ${name}`)
    return [
      {
        name,
        state: stateOf(device.state, name),
        ...(device.path === undefined ? {} : { path: text(device.path, `path of ${name}`) }),
        readErrors: errors('read'),
        writeErrors: errors('write'),
        checksumErrors: errors('checksum'),
      },
      ...(device.vdevs === undefined ? [] : devicesOf(device.vdevs, name)),
    ]
  })
}

function scanOf(value: unknown, of: string): PoolScan | undefined {
  if (value === undefined) return undefined
  const scan = object(value, `scan of ${of}`)
  if (scan.function === 'NONE') return undefined
  const kind = KINDS[text(scan.function, `function of the scan of ${of}`)]
  const state = STATES[text(scan.state, `state of the scan of ${of}`)]
  if (kind === undefined || state === undefined)
    throw new Unseen('not understood', `the scan of ${of} is of a kind or state not known here`)
  return {
    kind,
    state,
    errors: number(scan.errors, `errors of the scan of ${of}`),
    ...(state === 'running' ? {} : { endedAt: seconds(scan.end_time, `end of the scan of ${of}`) }),
  }
}

const seconds = (value: unknown, what: string): string =>
  new Date(number(value, what) * 1000).toISOString()
