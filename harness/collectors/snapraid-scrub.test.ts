import { expect, test } from 'vitest'
import { snapraidScrub } from './snapraid-scrub.ts'
import { read as readAnswer } from './text/answer.ts'

const read = (...lines: readonly string[]) => readAnswer(snapraidScrub, `${lines.join('\n')}\n`)

test('moments are told with their blocks, the oldest first', () => {
  expect(
    read('block_count:130', 'info_time:1795836488:124:scrubbed', 'info_time:1795750088:6:new'),
  ).toEqual([
    { at: '2026-11-27T03:28:08.000Z', blocks: 6, isScrubbed: false },
    { at: '2026-11-28T03:28:08.000Z', blocks: 124, isScrubbed: true },
  ])
})

test('an array that was never synchronised has none', () => {
  expect(read('block_count:0')).toEqual([])
})

test.each([
  [['block_count:130']],
  [['info_time:1795836488:124:scrubbed']],
  [['block_count:130', 'info_time:yesterday:124:scrubbed']],
  [['block_count:130', 'info_time:1795836488:124:guessed']],
])('%s is not understood', (lines) => {
  expect(() => read(...lines)).toThrow(/status/)
})
