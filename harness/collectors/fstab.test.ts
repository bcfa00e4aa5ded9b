import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { fstab } from './fstab.ts'
import { read } from './text/answer.ts'
import { MASK } from './text/mask.ts'

test('reads disks, pools and shares; swap is no mount', () => {
  expect(
    read(
      fstab,
      'UUID=6f1c2a84-5b0e-4d1a-9c37-2e8f4a6b0d11 /mnt/disk1 ext4 noatime,nofail 0 2\n/dev/sda2 none swap sw 0 0\n//vm102/media /mnt/my\\040media cifs ro,_netdev\n',
    ),
  ).toEqual([
    {
      source: 'UUID=6f1c2a84-5b0e-4d1a-9c37-2e8f4a6b0d11',
      path: '/mnt/disk1',
      fstype: 'ext4',
      options: ['noatime', 'nofail'],
    },
    {
      source: '//vm102/media',
      path: '/mnt/my media',
      fstype: 'cifs',
      options: ['ro', '_netdev'],
    },
  ])
})

test('an empty fstab declares nothing', () => {
  expect(read(fstab, '')).toEqual([])
})

test('refuses a line of another form', () => {
  expect(() => read(fstab, 'proc /proc\n')).toThrow('2 fields, not 3 to 6')
})

test('no password of a share leaves the host', () => {
  const line =
    '//nas/a /mnt cifs user=ana,password=hunter2,pass=hunter2,ro 0 0\nhttps://u:hunter2@nas /b davfs ro\n'
  const masked = execFileSync('sed', ['-E', MASK], { input: line, encoding: 'utf8' })

  expect(masked).not.toContain('hunter2')
  expect(masked).toContain('password=***,pass=***,ro')
})
