import { expect, test } from 'vitest'
import { administrators } from './administrators.ts'
import { read } from './text/answer.ts'

test('who may do everything, and who unasked, is told apart', () => {
  const said =
    'user ana ana sudo users\nmay (ALL : ALL) ALL\nuser bot bot\nmay (root) NOPASSWD: /usr/local/sbin/collect\nuser eve eve docker\nmay (ALL) NOPASSWD: ALL\nlisted\n'
  expect(read(administrators, said)).toEqual([
    { user: 'ana', groups: ['sudo'], mayAll: true, mayAllUnasked: false },
    { user: 'bot', groups: [], mayAll: false, mayAllUnasked: false },
    { user: 'eve', groups: ['docker'], mayAll: true, mayAllUnasked: true },
  ])
})

test.each([['user ana ana\n'], ['may (ALL) ALL\nlisted\n']])('%j is not understood', (stdout) => {
  expect(() => read(administrators, stdout)).toThrow()
})
