import { expect, test } from 'vitest'
import { repositoryHistory } from './repository-history.ts'
import { read } from './text/answer.ts'

const blob = 'e'.repeat(40)
const said = `history false 12\ntelling web/.env\nfile vault ${blob} group_vars/all/vault.yml\nfile plain ${blob} group_vars/all/main.yml\nplain db_password\nignored web/.env\nended\n`

test('what is telling, plain and ignored is read', () => {
  expect(read(repositoryHistory, said)).toEqual({
    isShallow: false,
    commits: 12,
    telling: ['web/.env'],
    variables: [
      { path: 'group_vars/all/vault.yml', blob, isEncrypted: true, plain: [] },
      { path: 'group_vars/all/main.yml', blob, isEncrypted: false, plain: ['db_password'] },
    ],
    ignored: ['web/.env'],
  })
})

test.each([[said.replace('ended\n', '')], [said.replace('telling', 'fatal:')]])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(repositoryHistory, stdout)).toThrow()
  },
)
