import { expect, test } from 'vitest'
import { backupUnit } from './backup-unit.ts'
import { read } from './text/answer.ts'

const shown =
  'Id=backup.service\nExecMainExitTimestamp=Sat 2026-11-21 03:10:00 UTC\nResult=success\nExecMainStatus=0\n\nId=backup.timer\nNextElapseUSecRealtime=Sat 2026-11-21 04:00:00 UTC\nActiveState=active\n@@\n'
const runs =
  'run 1764300000000000 7ad2d189f7e94e70a38c781354912448\nrun 1764303600000000 d9b373ed55a64feb8242e02dbe79a49c\n@@ end\n'

test('the last run, the next one and those between are read', () => {
  expect(read(backupUnit, shown + runs)).toEqual({
    endedAt: '2026-11-21T03:10:00Z',
    result: 'success',
    exitStatus: 0,
    nextAt: '2026-11-21T04:00:00Z',
    runs: [
      { at: new Date(1764300000 * 1000).toISOString(), isGood: true },
      { at: new Date(1764303600 * 1000).toISOString(), isGood: false },
    ],
  })
})

test('a unit that never ran has no end, and a stopped timer no next time', () => {
  const never = shown
    .replace('Sat 2026-11-21 03:10:00 UTC', '')
    .replace('ActiveState=active', 'ActiveState=inactive')
  const found = read(backupUnit, never + runs)
  expect([found.endedAt, found.nextAt]).toEqual([undefined, undefined])
})

test.each([[shown], ['@@\n@@ end\n']])('%j is not understood', (stdout) => {
  expect(() => read(backupUnit, stdout)).toThrow()
})
