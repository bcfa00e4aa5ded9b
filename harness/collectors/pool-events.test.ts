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
