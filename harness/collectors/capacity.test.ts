import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { capacity } from './capacity.ts'
import { read } from './text/answer.ts'

const ANSWER = `processors 2
MemTotal 4018000
MemAvailable 2900000
root 67000000000 41000000000
disk sda 68719476736
counted
`

test('processors, memory, root and disks are read in bytes', () => {
  expect(read(capacity, ANSWER)).toEqual({
    processors: 2,
    memoryBytes: 4_114_432_000,
    memoryAvailableBytes: 2_969_600_000,
    rootBytes: 67_000_000_000,
    rootAvailableBytes: 41_000_000_000,
    disks: [{ name: 'sda', sizeBytes: 68_719_476_736 }],
  })
})

test.each([
  ['counted\n', '', 'counted to the end'],
  ['MemTotal 4018000\n', '', 'MemTotal is absent'],
  ['root 67000000000 41000000000\n', '', 'root file system is absent'],
  ['disk sda 68719476736\n', '', 'no disk'],
])('an answer without %j is refused', (from, to, says) => {
  expect(() => read(capacity, ANSWER.replace(from, to))).toThrow(says)
})

test('a real machine tells of its processors, memory and root', () => {
  const { stdout } = spawnSync('sh', ['-c', String(capacity.command)], { encoding: 'utf8' })
  expect(stdout).toMatch(/^processors \d+\nMemTotal \d+\nMemAvailable \d+\nroot \d+ \d+\n/)
})
