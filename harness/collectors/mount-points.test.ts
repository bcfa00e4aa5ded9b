import { expect, test } from 'vitest'
import { mountPoints } from './mount-points.ts'
import { host, inventory } from './text/stage.ts'

const disk = (name: string) => ({ name, path: `/mnt/${name}`, uuid: name, serial: name })
const lab = {
  ...inventory,
  storage: {
    host: 'vm102',
    pool: '/srv/pool',
    dataDisks: [disk('disk1')],
    parityDisks: [disk('parity1')],
    excludes: [],
    mediaPath: '/srv/pool/media',
    mountUsers: [],
  },
}
const read = (stdout: string) => mountPoints.parse({ status: 0, stdout, stderr: '' }, host, lab)

const MOUNTED = 'mounted /mnt/disk1\nmark .mounted-disk1\n'
const REST = 'mounted /mnt/parity1\nmounted /srv/pool\nmark .verify\n'

test('a mount shows its marks', () => {
  expect(read(MOUNTED + REST)[0]).toEqual({
    path: '/mnt/disk1',
    isMounted: true,
    marks: ['.mounted-disk1'],
  })
})

test('a bare folder shows whether it takes files, and what is in it', () => {
  const bare = (flags: string, files: number) =>
    read(`bare /mnt/disk1\nflags ${flags}\nfiles ${files}\n${REST}`)[0]

  expect(bare('----i---------e-------', 0)).toMatchObject({ isImmutable: true, leftovers: 0 })
  expect(bare('--------------e-------', 3)).toMatchObject({ isImmutable: false, leftovers: 3 })
})

test('where there is no folder, nothing keeps one from being made', () => {
  expect(read(`none /mnt/disk1\n${REST}`)[0]).toMatchObject({
    isMounted: false,
    isImmutable: false,
  })
})

test('a path of the inventory that was not answered makes all of it unknown', () => {
  expect(() => read(MOUNTED)).toThrow('nothing was said of /mnt/parity1')
})

test('a host without storage is not asked', () => {
  expect(mountPoints.where?.(host, lab)).toBe(true)
  expect(mountPoints.where?.({ ...host, name: 'vm100' }, lab)).toBe(false)
})
