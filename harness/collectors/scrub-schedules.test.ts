import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { scrubSchedules } from './scrub-schedules.ts'

const parse = (stdout: string) =>
  scrubSchedules.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('schedules are named, and there may be none', () => {
  expect(
    parse('scrub /etc/cron.d/zfsutils-linux\nscrub zfs-scrub-monthly@tank.timer\nlooked\n'),
  ).toEqual(['/etc/cron.d/zfsutils-linux', 'zfs-scrub-monthly@tank.timer'])
  expect(parse('looked\n')).toEqual([])
})

test('a look that was broken off is none', () => {
  expect(() => parse('scrub /etc/cron.d/zfsutils-linux\n')).toThrow('did not come to its end')
})
