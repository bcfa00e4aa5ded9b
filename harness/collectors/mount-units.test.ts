import { expect, test } from 'vitest'
import { mountUnits } from './mount-units.ts'
import { read } from './text/answer.ts'

const UNIT = `Where=/srv/pool
Result=success
Id=srv-pool.mount
Requires=mnt-disk1.mount system.slice
After=mnt-disk1.mount -.mount
LoadState=loaded
ActiveState=active
FragmentPath=/run/systemd/generator/srv-pool.mount
SourcePath=/etc/fstab
DropInPaths=
ActiveEnterTimestampMonotonic=4485645
`

test('reads a mount that systemd made of fstab', () => {
  expect(read(mountUnits, UNIT)).toEqual([
    {
      unit: 'srv-pool.mount',
      kind: 'mount',
      path: '/srv/pool',
      loadState: 'loaded',
      activeState: 'active',
      result: 'success',
      fragmentPath: '/run/systemd/generator/srv-pool.mount',
      sourcePath: '/etc/fstab',
      dropIns: [],
      requires: ['mnt-disk1.mount', 'system.slice'],
      after: ['mnt-disk1.mount', '-.mount'],
      activeAfterBootUs: 4485645,
    },
  ])
})

test('a mount made by hand has no file, and the kernel as its source', () => {
  const byHand = UNIT.replace(/FragmentPath=.*/, 'FragmentPath=').replace(
    '/etc/fstab',
    '/proc/self/mountinfo',
  )
  const [found] = read(mountUnits, byHand)

  expect(found).not.toHaveProperty('fragmentPath')
  expect(found?.sourcePath).toBe('/proc/self/mountinfo')
})

test('an automount is told apart from the mount it stands for', () => {
  expect(
    read(mountUnits, UNIT.replace('Id=srv-pool.mount', 'Id=srv-pool.automount'))[0]?.kind,
  ).toBe('automount')
})

test('refuses a unit that does not say whether it is active', () => {
  expect(() => read(mountUnits, UNIT.replace('ActiveState=active\n', ''))).toThrow('no ActiveState')
})
