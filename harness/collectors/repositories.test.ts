import { expect, test } from 'vitest'
import { repositories } from './repositories.ts'
import { read } from './text/answer.ts'

const TREE =
  'repository tree ana /home/ana/src/shop\nremote origin ssh://***@forge/shop.git\nanswers origin\nbranch 0 main\nbranch 3 pay ments\ndetached 1\nstashes 2\nchanges 4\ndefinition Dockerfile\nmentions ci.yml\n'

test('what of a repository is nowhere else', () => {
  expect(read(repositories, `${TREE}listed 1\n`)).toEqual({
    items: [
      {
        path: '/home/ana/src/shop',
        isBare: false,
        owner: 'ana',
        remotes: [{ name: 'origin', url: 'ssh://***@forge/shop.git' }],
        silentRemotes: [],
        branches: [
          { name: 'main', unpushed: 0 },
          { name: 'pay ments', unpushed: 3 },
        ],
        detached: 1,
        stashes: 2,
        changes: 4,
        definitions: ['Dockerfile'],
        mentions: ['ci.yml'],
      },
    ],
    complete: true,
  })
})

test('a bare one has no changes', () => {
  const [found] = read(repositories, 'repository bare git /srv/app\nstashes 0\nlisted 1\n').items
  expect(found).toMatchObject({ isBare: true, changes: 0, remotes: [] })
})

test('a remote that does not answer leaves the look incomplete', () => {
  expect(read(repositories, `${TREE.replace('answers', 'silent')}listed 1\n`)).toMatchObject({
    complete: false,
    because: 'a remote of /home/ana/src/shop does not answer',
  })
})

test('without git nobody could look', () => {
  expect(read(repositories, 'no git\n').complete).toBe(false)
})

test('there is none', () => {
  expect(read(repositories, 'listed 0\n')).toEqual({ items: [], complete: true })
})

test.each([
  TREE,
  `${TREE}listed 2\n`,
  `${TREE.replace('answers origin\n', '')}listed 1\n`,
  `${TREE.replace('stashes 2\n', '')}listed 1\n`,
  `${TREE}fatal: no\nlisted 1\n`,
])('%j is refused', (text) => {
  expect(() => read(repositories, text)).toThrow()
})
