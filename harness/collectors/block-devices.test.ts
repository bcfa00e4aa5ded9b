import { expect, test } from 'vitest'
import { blockDevices } from './block-devices.ts'
import { read } from './text/answer.ts'

const row = (more: object) => ({
  fstype: null,
  uuid: null,
  label: null,
  serial: null,
  size: 100663296,
  ...more,
})
const answer = (devices: readonly object[], extra = ''): string =>
  `${JSON.stringify({ blockdevices: devices }, null, 3)}\n\n${extra}`

const PART = row({
  path: '/dev/sdb1',
  'maj:min': '8:17',
  type: 'part',
  fstype: 'ext4',
  uuid: '6f1c2a84',
  label: 'disk1',
})
const DRIVE = row({
  path: '/dev/sdb',
  'maj:min': '8:16',
  type: 'disk',
  serial: 'WD-WX41D8A10001',
  children: [PART],
})

test('a partition has the serial of its drive', () => {
  const found = read(
    blockDevices,
    answer([DRIVE], 'link /dev/sdb1 /dev/disk/by-id/ata-WDC_WD-WX41D8A10001-part1\n'),
  )

  expect(found[1]).toEqual({
    path: '/dev/sdb1',
    device: '8:17',
    type: 'part',
    sizeBytes: 100663296,
    fstype: 'ext4',
    uuid: '6f1c2a84',
    stableNames: [
      'UUID=6f1c2a84',
      '/dev/disk/by-uuid/6f1c2a84',
      'LABEL=disk1',
      '/dev/disk/by-label/disk1',
      '/dev/disk/by-id/ata-WDC_WD-WX41D8A10001-part1',
    ],
    serials: ['WD-WX41D8A10001'],
  })
})

test('what is made of two drives has the serials of both', () => {
  const raid = row({ path: '/dev/md0', 'maj:min': '9:0', type: 'raid1' })
  const drive = (path: string, device: string, serial: string) =>
    row({ path, 'maj:min': device, type: 'disk', serial, children: [raid] })
  const found = read(
    blockDevices,
    answer([drive('/dev/sdb', '8:16', 'A'), drive('/dev/sdc', '8:32', 'B')]),
  )

  expect(found.find(({ path }) => path === '/dev/md0')?.serials).toEqual(['A', 'B'])
})

test('a drive that tells no serial has none, not an empty one', () => {
  expect(read(blockDevices, answer([{ ...DRIVE, serial: null }]))[1]?.serials).toEqual([])
})

test('a loop device is known by its file, and blkid fills in for udev', () => {
  const loop = row({ path: '/dev/loop0', 'maj:min': '7:0', type: 'loop' })
  const [found] = read(
    blockDevices,
    answer(
      [loop],
      'blkid /dev/loop0: LABEL="disk1" UUID="53992d37" TYPE="ext4"\nloop /dev/loop0 /disks/by-id/WD-WX41D8A10001\n',
    ),
  )

  expect(found).toMatchObject({ uuid: '53992d37', serials: ['WD-WX41D8A10001'] })
  expect(found?.stableNames).toContain('/disks/by-id/WD-WX41D8A10001')
})

test('refuses a list without devices, and a device without a number', () => {
  expect(() => read(blockDevices, answer([]))).toThrow('no device at all')
  expect(() => read(blockDevices, answer([row({ path: '/dev/sdb', type: 'disk' })]))).toThrow(
    'MAJ:MIN',
  )
  expect(() => read(blockDevices, 'lsblk: unknown column: PATH\n')).toThrow('not JSON')
})
