import { expect, test } from 'vitest'
import { shareCanaries } from './share-canaries.ts'
import { host, inventory } from './text/stage.ts'

const lab = {
  ...inventory,
  sharing: {
    host: 'vm102',
    account: 'canary',
    credentials: '/etc/c.cred',
    canaries: [
      { share: 'a', file: 'x', sha256: '' },
      { share: 'b', file: 'x', sha256: '' },
    ],
  },
}
const read = (stdout: string) => shareCanaries.parse({ status: 0, stdout, stderr: '' }, host, lab)

test('what came through, or why nothing did', () => {
  const sha256 = 'a'.repeat(64)
  expect(read(`canary a ${sha256} -\ncanary b - NT_STATUS_LOGON_FAILURE\nread\n`)).toEqual([
    { share: 'a', sha256 },
    { share: 'b', error: 'NT_STATUS_LOGON_FAILURE' },
  ])
})

test.each(['canary a - x\nread\n', 'canary a - x\ncanary b - y\n', 'x\ny\nread\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(text)).toThrow()
  },
)
