import { expect, test } from 'vitest'
import { deployCheckout } from './deploy-checkout.ts'
import { read } from './text/answer.ts'

const [head, older] = ['a'.repeat(40), 'b'.repeat(40)]
const clean = `# branch.oid ${head}\n# branch.head main\n# branch.upstream origin/main\n# branch.ab +0 -1\n`
const log = `commit ${head}\ncommit ${older}\nended\n`

test('a work tree knows what differs, and what it was told not to see', () => {
  const said = `${clean}1 .M N... 100644 100644 100644 ${head} ${head} web.yml\n? notes\nhidden secret.yml\n${log}`
  expect(read(deployCheckout, said)).toEqual({
    head,
    upstream: 'origin/main',
    ahead: 0,
    behind: 1,
    dirty: ['web.yml', 'notes'],
    hidden: ['secret.yml'],
    commits: [head, older],
  })
})

test.each([
  ['no end', clean],
  ['a log of something else', `${clean}commit ${older}\nended\n`],
])('%s is not understood', (_, stdout) => {
  expect(() => read(deployCheckout, stdout)).toThrow()
})
