import { expect, test } from 'vitest'
import { software } from './software.ts'
import { read } from './text/answer.ts'

test('packages and what was put beside them', () => {
  expect(read(software, 'package dpkg\npackage gcc\nloose /opt/app\nlooked\n')).toEqual({
    packages: ['dpkg', 'gcc'],
    loose: ['/opt/app'],
  })
})

test.each(['package dpkg\n', 'package gcc\nlooked\n', 'package dpkg\nwhat is this\nlooked\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(software, text)).toThrow()
  },
)
