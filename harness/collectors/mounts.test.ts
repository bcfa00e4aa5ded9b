import { expect, test } from 'vitest'
import { mounts } from './mounts.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) => mounts.parse({ status: 0, stdout, stderr: '' }, host, inventory)

const ROOT = '28 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro'

test('reads disks, pools and shares of Linux 6.1', () => {
  const found = parse(
    [
      ROOT,
      '500 28 8:17 / /mnt/disk1 rw,noatime shared:1 master:2 - ext4 /dev/sdb1 rw',
      '157 28 0:131 / /srv/pool rw,relatime - fuse.mergerfs pool rw,user_id=0,allow_other',
      '',
    ].join('\n'),
  )

  expect(found[1]).toEqual({
    id: 500,
    parentId: 28,
    device: '8:17',
    root: '/',
    path: '/mnt/disk1',
    options: ['rw', 'noatime'],
    fstype: 'ext4',
    source: '/dev/sdb1',
    superOptions: ['rw'],
  })
  expect(found[2]?.fstype).toBe('fuse.mergerfs')
})

test('a blank in a path is told apart from the end of a field', () => {
  const [, share] = parse(
    `${ROOT}\n40 28 0:50 / /mnt/my\\040media ro - cifs //nas/my\\040media rw\n`,
  )

  expect(share?.path).toBe('/mnt/my media')
  expect(share?.source).toBe('//nas/my media')
})

test('read-only below and read-write above are both kept', () => {
  const [, share] = parse(`${ROOT}\n40 28 0:50 / /mnt/media rw - cifs //nas/media ro,vers=3.1.1\n`)

  expect(share?.options).toContain('rw')
  expect(share?.superOptions).toContain('ro')
})

test('a mount on top of another is a second mount, not a correction', () => {
  const found = parse(
    `${ROOT}\n40 28 8:17 / /mnt/disk1 rw - ext4 /dev/sdb1 rw\n41 40 0:9 / /mnt/disk1 rw - tmpfs none rw\n`,
  )

  expect(found.filter(({ path }) => path === '/mnt/disk1')).toHaveLength(2)
})

test('refuses a table without a root, and a line of another form', () => {
  expect(() => parse('')).toThrow('no root')
  expect(() => parse('TARGET SOURCE FSTYPE OPTIONS\n')).toThrow('another form')
})
