import { expect, test } from 'vitest'
import { fileServices } from './file-services.ts'
import { read } from './text/answer.ts'

test('versions that are on and exports are read', () => {
  expect(
    read(fileServices, 'versions -3 +4 +4.2\nexport /srv 10.0.0.5 rw,root_squash\nlooked\n'),
  ).toEqual({
    nfsVersions: ['4', '4.2'],
    exports: [{ path: '/srv', client: '10.0.0.5', options: ['rw', 'root_squash'] }],
  })
  expect(read(fileServices, 'versions none\nlooked\n')).toEqual({ nfsVersions: [], exports: [] })
})

test.each([['versions +4\n'], ['versions +4\nexport /srv\nlooked\n']])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(fileServices, stdout)).toThrow()
  },
)
