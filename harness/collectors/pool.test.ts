import { expect, test } from 'vitest'
import { pool } from './pool.ts'
import { read } from './text/answer.ts'

const HEALTHY = `pool /srv/pool
version=2.33.5
branches=/mnt/disk1=RW:/mnt/disk3=NC,1G
category.create=mfs
minfreespace=53687091200
moveonenospc=mfs
branch 2065 2049 yes /mnt/disk1
branch 2097 2049 yes /mnt/disk3
`

test('reads mergerfs 2.33 at run time', () => {
  expect(read(pool, HEALTHY)).toEqual([
    {
      path: '/srv/pool',
      isAlive: true,
      branches: [
        { path: '/mnt/disk1', mode: 'RW', device: '8:17', isOnRoot: false, isMountPoint: true },
        { path: '/mnt/disk3', mode: 'NC', device: '8:49', isOnRoot: false, isMountPoint: true },
      ],
      version: '2.33.5',
      createPolicy: 'mfs',
      minFreeBytes: 53687091200,
      moveOnFull: 'mfs',
    },
  ])
})

test('a branch whose disk is gone is still listed as writable, and lies on the system disk', () => {
  const [found] = read(pool, HEALTHY.replace('2097 2049 yes', '2049 2049 no'))

  expect(found?.branches[1]).toMatchObject({ isOnRoot: true, isMountPoint: false })
})

test('a pool whose process died is mounted and dead', () => {
  const [found] = read(
    pool,
    'pool /srv/pool\nerror version getfattr: /srv/pool/.mergerfs: Transport endpoint is not connected\n',
  )

  expect(found).toEqual({ path: '/srv/pool', isAlive: false, branches: [] })
})

test('no mergerfs mount is no pool', () => {
  expect(read(pool, '')).toEqual([])
})

test('refuses what it cannot be sure of', () => {
  expect(() =>
    read(pool, 'pool /srv/pool\nerror branches getfattr: /srv/pool/.mergerfs: Permission denied\n'),
  ).toThrow('Permission denied')
  expect(() => read(pool, HEALTHY.replace('branch 2097 2049 yes /mnt/disk3\n', ''))).toThrow(
    'was not looked at',
  )
  expect(() => read(pool, HEALTHY.replace('minfreespace=53687091200\n', ''))).toThrow(
    'does not say minfreespace',
  )
})
