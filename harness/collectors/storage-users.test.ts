import { expect, test } from 'vitest'
import { storageUsers } from './storage-users.ts'
import { read } from './text/answer.ts'
import { host, inventory } from './text/stage.ts'

test('reads what ties a unit to its mounts', () => {
  expect(
    read(
      storageUsers,
      'Id=docker.service\nRequires=mnt-media.mount\nBindsTo=\nAfter=mnt-media.mount basic.target\nRequiresMountsFor=/mnt/media\nLoadState=loaded\nActiveState=active\nInactiveExitTimestampMonotonic=9557214\n',
    ),
  ).toEqual([
    {
      unit: 'docker.service',
      loadState: 'loaded',
      activeState: 'active',
      requires: ['mnt-media.mount'],
      bindsTo: [],
      after: ['mnt-media.mount', 'basic.target'],
      requiresMountsFor: ['/mnt/media'],
      startedAfterBootUs: 9557214,
    },
  ])
})

test('a host without users of storage is not asked', () => {
  expect(storageUsers.where?.(host, inventory)).toBe(false)
})
