import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { zfsDatasets } from './zfs-datasets.ts'

const parse = (...rows: readonly (readonly string[])[]) =>
  zfsDatasets.parse(
    { status: 0, stdout: rows.map((row) => `${row.join('\t')}\n`).join(''), stderr: '' },
    {} as Host,
    {} as Inventory,
  )

const FILES =
  'tank/media|filesystem|123|1795221198|3416064|120631296|98304|0|yes|/tank/media|on|0|0|0|0|131072|-|on|lz4|1.02|standard|off|off|-'
const VOLUME =
  'tank/vm-1-disk-0|volume|124|1795221198|3416064|120631296|98304|0|-|-|-|-|-|0|68719476736|-|68719476736|on|on|1.50x|standard|off|off|tank/base@x'

test('file systems and volumes are read, each with what it has', () => {
  const [files, volume] = parse(FILES.split('|'), VOLUME.split('|'))
  expect(files).toMatchObject({
    name: 'tank/media',
    createdAt: '2026-11-21T00:33:18.000Z',
    isMounted: true,
    mountPoint: '/tank/media',
    quotaBytes: 0,
    recordBytes: 131_072,
    compression: 'lz4',
  })
  expect(files?.origin).toBeUndefined()
  expect(volume).toMatchObject({
    type: 'volume',
    volumeBytes: 68_719_476_736,
    reservationBytes: 68_719_476_736,
    compressRatio: 1.5,
    origin: 'tank/base@x',
  })
  expect(volume).not.toHaveProperty('isMounted')
})

test.each([
  FILES.replace('|yes|', '|perhaps|'),
  FILES.replace('|filesystem|', '|snapshot|'),
  FILES.replace('|3416064|', '|3.25M|'),
  FILES.slice(0, -2),
])('a row of another form is not understood: %s', (row) => {
  expect(() => parse(row.split('|'))).toThrow()
})

/** Recorded with zfs-fuse 0.7 on Debian 12. */
const OLD = `type filesystem|guid 6181634517344962602|creation 1795866982|used 308992|available 1026556928|referenced 159744|usedbysnapshots 0|mounted yes|mountpoint /tank/media|canmount on|quota 0|refquota 0|reservation 0|refreservation 0|recordsize 131072|checksum on|compression on|compressratio 1.00x|readonly off`

test('ZFS in user space tells each property by itself, and has neither sync nor encryption', () => {
  const stdout = `-- old\n${OLD.split('|')
    .map((line) => `tank/media\t${line.replace(' ', '\t')}\n`)
    .join('')}`
  const [dataset, ...more] = zfsDatasets.parse(
    { status: 0, stdout, stderr: '' },
    {} as Host,
    {} as Inventory,
  )
  expect(more).toEqual([])
  expect(dataset).toMatchObject({ name: 'tank/media', isMounted: true, compressRatio: 1 })
  expect(dataset).not.toHaveProperty('sync')
  expect(() =>
    zfsDatasets.parse(
      { status: 0, stdout: stdout.replace(/^tank\/media\tchecksum.*\n/m, ''), stderr: '' },
      {} as Host,
      {} as Inventory,
    ),
  ).toThrow('not told of whole')
})
