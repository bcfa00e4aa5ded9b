import { expect, test } from 'vitest'
import { diskSpace } from './disk-space.ts'
import { read } from './text/answer.ts'

const head = 'Filesystem     Type 1-blocks Used Available Capacity Mounted on\n'

test('every file system has its room', () => {
  expect(
    read(diskSpace, `${head}/dev/sda1 ext4 100 40 60 40% /\ntank zfs 9 1 8 12% /tank/my media\n`),
  ).toEqual([
    { path: '/', type: 'ext4', bytes: 100, availableBytes: 60 },
    { path: '/tank/my media', type: 'zfs', bytes: 9, availableBytes: 8 },
  ])
})

test.each([[head], ['df: stale\n'], [`${head}tank zfs - - - - /tank\n`]])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(diskSpace, stdout)).toThrow()
  },
)
