import { expect, test } from 'vitest'
import { osRelease } from './os-release.ts'
import { read } from './text/answer.ts'

test.each([
  ['ID=debian\nVERSION_ID="12"\n', { id: 'debian', version: '12' }],
  ['VERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n', { id: 'ubuntu', version: '24.04' }],
  ['ID=raspbian\nID_LIKE=debian\n', { id: 'raspbian' }],
])('%s', (text, expected) => {
  expect(read(osRelease, text)).toEqual(expected)
})

test('a file that names no distribution is not understood', () => {
  expect(() => read(osRelease, 'ID_LIKE=debian\n')).toThrow('which distribution')
})
