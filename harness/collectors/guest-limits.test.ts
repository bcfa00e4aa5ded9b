import { expect, test } from 'vitest'
import { guestLimits } from './guest-limits.ts'
import { read } from './text/answer.ts'

test('limits by quota and by set of processors are read', () => {
  const said =
    'guest 101 536870912 50000 100000 cpus=\nguest 102 max max 100000 cpus=0-1,5\nguest 103 1 max 100000 cpus=\nlisted\n'
  expect(read(guestLimits, said)).toEqual([
    { vmid: 101, memoryBytes: 536870912, processors: 0.5 },
    { vmid: 102, processors: 3 },
    { vmid: 103, memoryBytes: 1 },
  ])
})

test.each([['guest 101 5\nlisted\n'], ['']])('%j is not understood', (stdout) => {
  expect(() => read(guestLimits, stdout)).toThrow()
})
