import { describe, expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { zpools } from './zpools.ts'

const LISTED = 'tank\t17548669777078837061\t251658240\t5648384\t2\tONLINE\n'
const parse = (status: string, listed = LISTED) =>
  zpools.parse(
    { status: 0, stdout: `${listed}-- status\n${status}`, stderr: '' },
    {} as Host,
    {} as Inventory,
  )

const leaf = (name: string, more: object = {}) => ({
  name,
  vdev_type: 'disk',
  path: `/dev/disk/by-id/${name}-part1`,
  state: 'ONLINE',
  read_errors: 0,
  write_errors: 0,
  checksum_errors: 0,
  slow_ios: 0,
  ...more,
})
const none = { read_errors: 0, write_errors: 0, checksum_errors: 0 }
/** The form of zpool 2.3.2, recorded. */
const json = (pool: object = {}, disks = [leaf('virtio-TANK0'), leaf('virtio-TANK1')]) => {
  const leaves = Object.fromEntries(disks.map((disk) => [disk.name, disk]))
  const mirror = { name: 'mirror-0', vdev_type: 'mirror', state: 'ONLINE', ...none, vdevs: leaves }
  const root = { name: 'tank', vdev_type: 'root', state: 'ONLINE', ...none, vdevs: { mirror } }
  const tank = { name: 'tank', state: 'ONLINE', vdevs: { tank: root }, error_count: 0, ...pool }
  return JSON.stringify({ output_version: { command: 'zpool status' }, pools: { tank } })
}
const text = (scan: string, errors = 'No known data errors', notice = '') => `  pool: tank
 state: ONLINE
${notice}  scan: ${scan}
config:

\tNAME              STATE     READ WRITE CKSUM
\ttank              ONLINE       0     0     0
\t  mirror-0        ONLINE       0     0     0
\t    /dev/disk/by-id/virtio-TANK0-part1  ONLINE       0     0     0
\t    /dev/disk/by-id/virtio-TANK1-part1  ONLINE       0     0   223  too many errors
\tlogs
\t  /dev/nvme0n1p4  ONLINE       0     0     0
\tspares
\t  /dev/sdz    AVAIL

errors: ${errors}
`

test('a pool that is well reads the same from both dialects', () => {
  const [a] = parse(json())
  expect(a).toMatchObject({
    name: 'tank',
    guid: '17548669777078837061',
    capacity: 2,
    health: 'ONLINE',
    state: 'ONLINE',
    errorCount: 0,
  })
  expect(a?.scan).toBeUndefined()
  expect(a?.devices.map(({ name }) => name)).toEqual([
    'tank',
    'mirror-0',
    'virtio-TANK0',
    'virtio-TANK1',
  ])
  const [b] = parse(text('scrub repaired 0B in 00:00:01 with 0 errors on Sun Nov  8 00:24:03 2026'))
  expect(b?.scan).toEqual({
    kind: 'scrub',
    state: 'finished',
    errors: 0,
    endedAt: '2026-11-08T00:24:03.000Z',
  })
  expect(b?.devices.map(({ name, checksumErrors }) => `${name} ${checksumErrors}`)).toEqual([
    'tank 0',
    'mirror-0 0',
    '/dev/disk/by-id/virtio-TANK0-part1 0',
    '/dev/disk/by-id/virtio-TANK1-part1 223',
    '/dev/nvme0n1p4 0',
  ])
})

test('what is wrong is told: states, counters, notice and scan', () => {
  const scan_stats = { function: 'SCRUB', state: 'FINISHED', end_time: 1_795_221_251, errors: 2 }
  const [pool] = parse(
    json({ state: 'DEGRADED', status: 'One or more\n\tdevices', scan_stats, error_count: 3 }, [
      leaf('virtio-TANK0', { checksum_errors: 223 }),
      leaf('virtio-TANK1', { state: 'REMOVED' }),
    ]),
  )
  expect(pool).toMatchObject({
    state: 'DEGRADED',
    notice: 'One or more devices',
    errorCount: 3,
    scan: { kind: 'scrub', state: 'finished', errors: 2, endedAt: '2026-11-21T00:34:11.000Z' },
  })
  expect(pool?.devices[2]?.checksumErrors).toBe(223)
  expect(pool?.devices[3]?.state).toBe('REMOVED')
})

test('a leaf that is called healthy is online', () => {
  const [pool] = parse(json({}, [leaf('a', { state: 'HEALTHY' })]))
  expect(pool?.devices.at(-1)?.state).toBe('ONLINE')
})

describe('in text', () => {
  test.each([
    ['none requested', undefined],
    ['scrub canceled on Sun Nov  8 00:24:03 2026', 'scrub canceled'],
    ['scrub in progress since Sun Nov  8 00:24:03 2026', 'scrub running'],
    ['resilvered 2.57M in 00:00:00 with 0 errors on Sun Nov  8 00:24:03 2026', 'resilver finished'],
  ])('a scan "%s"', (words, expected) => {
    const scan = parse(text(words))[0]?.scan
    expect(scan && `${scan.kind} ${scan.state}`).toBe(expected)
  })

  test.each([
    ["1 data errors, use '-v' for a list", 1],
    ['Permanent errors have been detected in the following files:\n\n        /tank/a', 1],
  ])('errors "%s"', (errors, expected) => {
    expect(parse(text('none requested', errors))[0]?.errorCount).toBe(expected)
  })

  test('words that are not known are not taken for good ones', () => {
    expect(() => parse(text('expanded raidz1-0'))).toThrow('in words not known here')
    expect(() => parse(text('none requested', 'List of errors unavailable'))).toThrow('not count')
  })
})

test('no pool is an answer; a pool that only one of the two names is none', () => {
  expect(parse('no pools available\n', '')).toEqual([])
  expect(parse(JSON.stringify({ pools: {} }), '')).toEqual([])
  expect(() => parse(json(), '')).toThrow('that zpool list does not')
  expect(() => parse(JSON.stringify({ pools: {} }))).toThrow('does not name pool tank')
})

describe('of ZFS in user space', () => {
  const listed = 'tank\t2208781317712480710\t1.48G\t3.52M\t0%\tONLINE\n'
  /** Recorded with zfs-fuse 0.7 on Debian 12. */
  const old = (last: string) => `  pool: tank
 state: ONLINE
 scrub: ${last}
config:

\tNAME               STATE     READ WRITE CKSUM
\ttank               ONLINE       0     0     0
\t  raidz1-0         ONLINE       0     0     0
\t    disk/by-id/z1  ONLINE       0     0     0
\t    /disks/z2.img  ONLINE       0     0 1.2K
\t    /disks/z3.img  ONLINE       0     0     0  12K resilvered

errors: No known data errors
`

  test('sizes are rounded, and counts of errors', () => {
    const [pool] = parse(old('none requested'), listed)
    expect(pool).toMatchObject({ capacity: 0, health: 'ONLINE', sizeBytes: 1_589_137_900 })
    expect(pool?.devices.at(3)).toMatchObject({ path: '/disks/z2.img', checksumErrors: 1229 })
    expect(pool?.devices.at(2)?.path).toBe('/dev/disk/by-id/z1')
    expect(pool?.scan).toBeUndefined()
  })

  test.each([
    ['scrub completed after 0h0m with 0 errors on Sat Nov 28 11:57:26 2026', 'scrub finished 0'],
    [
      'resilver completed after 0h0m with 3 errors on Sat Nov 28 11:57:28 2026',
      'resilver finished 3',
    ],
    [
      'scrub stopped after 0h0m with 0 errors on Sat Nov 28 11:57:28 2026',
      'scrub canceled undefined',
    ],
    ['scrub in progress for 0h0m, 12.50% done, 0h0m to go', 'scrub running undefined'],
  ])('the last pass "%s"', (words, expected) => {
    const scan = parse(old(words), listed)[0]?.scan
    expect(scan && `${scan.kind} ${scan.state} ${scan.errors}`).toBe(expected)
  })
})
