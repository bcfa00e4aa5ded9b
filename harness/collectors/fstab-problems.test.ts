import { expect, test } from 'vitest'
import { fstabProblems } from './fstab-problems.ts'
import { read } from './text/answer.ts'

test('warnings are no problems: a pool always has some', () => {
  const said =
    '/srv/pool\n   [W] unreachable source: /mnt/disk1:/mnt/disk2: No such file or directory\n\n0 parse errors, 0 errors, 1 warning\n'

  expect(read(fstabProblems, said)).toEqual([])
  expect(read(fstabProblems, 'Success, no errors or warnings detected\n')).toEqual([])
})

test('errors are told line by line', () => {
  const said =
    '/mnt/disk2\n   [E] unreachable on boot required source: UUID=0\n\n0 parse errors, 1 error, 0 warnings\n'

  expect(read(fstabProblems, said, 1)).toEqual(['[E] unreachable on boot required source: UUID=0'])
})

test('a line that cannot be parsed is a problem without a line of its own', () => {
  expect(read(fstabProblems, '\n1 parse error, 0 errors, 0 warnings\n', 1)).toEqual([
    '1 parse error, 0 errors, 0 warnings',
  ])
})

test('a host without fstab has no problem in it', () => {
  expect(read(fstabProblems, '', 3)).toEqual([])
})

test('refuses an answer without its summary', () => {
  expect(() => read(fstabProblems, '/srv/pool\n')).toThrow('without its summary')
})
