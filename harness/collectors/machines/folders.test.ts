import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { foldersOf } from './folders.ts'

const found = (mounts: string) => {
  const look = foldersOf(['/usr', '/not-there'], { role: 'access' }).replace(
    '/proc/self/mounts',
    '/dev/stdin',
  )
  return execFileSync('sh', ['-c', `${look} echo $r`], { input: mounts, encoding: 'utf8' }).trim()
}

test('a disk that is mounted below is searched too', () => {
  expect(found('rpool/src /usr/src zfs rw 0 0\n')).toBe('/usr /usr/src')
})

test.each([
  ['elsewhere', '/dev/sda1 /boot ext4 rw 0 0\n'],
  ['from another machine', 'nas:/src /usr/src nfs4 rw 0 0\n'],
  ['for an engine', '/dev/sda1 /usr/lib/docker ext4 rw 0 0\n'],
])('one that is %s is not', (_, mounts) => {
  expect(found(mounts)).toBe('/usr')
})

test('the disks of a storage machine are too large for that', () => {
  expect(foldersOf(['/usr'], { role: 'storage' })).not.toContain('/proc/self/mounts')
})

test('a name that is not understood ends the look', () => {
  expect(() => found('/dev/sda1 /usr/a\\040b ext4 rw 0 0\n')).toThrow()
})
