import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { poolEvents } from './pool-events.ts'

const parse = (...lines: readonly string[]) =>
  poolEvents.parse({ status: 0, stdout: lines.join('\n'), stderr: '' }, {} as Host, {} as Inventory)

test('passes that ended, by what they were for, and counters that were cleared', () => {
  expect(
    parse(
      'pool tank',
      '2026-11-08.00:24:01 [txg:25] scan setup func=1 mintxg=0 maxtxg=25',
      '2026-11-08.03:24:03 [txg:99] scan done errors=0',
      '2026-11-10.08:00:00 [txg:120] scan setup func=2 mintxg=3 maxtxg=120',
      '2026-11-10.09:00:00 [txg:130] scan done errors=0',
      '2026-11-11.00:00:00 zpool clear tank',
      '2026-11-12.00:00:00 [txg:140] scan setup func=1 mintxg=0 maxtxg=140',
      '2026-11-12.00:10:00 [txg:141] scan cancelled errors=0',
      '2026-11-13.00:00:00 zfs set checksum=on tank/backups',
      '2026-11-13.00:00:01 zfs snapshot tank/backups@checksum',
      'looked',
    ),
  ).toEqual([
    { pool: 'tank', at: '2026-11-08T03:24:03.000Z', kind: 'scrub', errors: 0 },
    { pool: 'tank', at: '2026-11-10T09:00:00.000Z', kind: 'resilver', errors: 0 },
    { pool: 'tank', at: '2026-11-11T00:00:00.000Z', kind: 'clear' },
    { pool: 'tank', at: '2026-11-13T00:00:00.000Z', kind: 'checksum' },
  ])
})

test('a pass whose begin is not in the log is none', () => {
  expect(parse('pool tank', '2026-11-08.03:24:03 [txg:99] scan done errors=0', 'looked')).toEqual(
    [],
  )
})

test('what ends early or has no time is not read', () => {
  expect(() => parse('pool tank')).toThrow('did not come to its end')
  expect(() => parse('pool tank', 'yesterday zpool clear tank', 'looked')).toThrow('without a time')
})

test('ZFS in user space: its log counts no errors, its status those of the last pass; a resilver does not begin with the first transaction', () => {
  expect(
    parse(
      'pool tank',
      '2026-11-20.10:00:00 [internal pool scrub txg:20] func=1 mintxg=0 maxtxg=20',
      '2026-11-20.10:05:00 [internal pool scrub done txg:30] complete=1',
      '2026-11-21.10:00:00 [internal pool scrub txg:40] func=1 mintxg=0 maxtxg=40',
      '2026-11-21.10:00:01 [internal pool scrub done txg:41] complete=0',
      '2026-11-28.11:57:26 zpool clear tank',
      '2026-11-28.11:57:27 [internal pool scrub txg:76] func=1 mintxg=66 maxtxg=71',
      '2026-11-28.11:57:28 [internal pool scrub done txg:76] complete=1',
      ' scrub: resilver completed after 0h0m with 3 errors on Sat Nov 28 11:57:28 2026',
      'looked',
    ),
  ).toEqual([
    { pool: 'tank', at: '2026-11-20T10:05:00.000Z', kind: 'scrub' },
    { pool: 'tank', at: '2026-11-28T11:57:26.000Z', kind: 'clear' },
    { pool: 'tank', at: '2026-11-28T11:57:28.000Z', kind: 'resilver', errors: 3 },
  ])
})
