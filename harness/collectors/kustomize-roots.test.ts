import { expect, test } from 'vitest'
import { kustomizeRoots } from './kustomize-roots.ts'
import { read } from './text/answer.ts'

test('what renders is told from what does not, and from what renders to nothing', () => {
  const said =
    'root kubernetes\nexit 0\napiVersion: v1 kind: Namespace\napiVersion: apps/v1 kind: Deployment\nroot kubernetes/a\nexit 1\nroot kubernetes/b\nexit 0\nended\n'
  expect(read(kustomizeRoots, said)).toEqual([
    {
      folder: 'kubernetes',
      exit: 0,
      objects: [
        { apiVersion: 'v1', kind: 'Namespace' },
        { apiVersion: 'apps/v1', kind: 'Deployment' },
      ],
    },
    { folder: 'kubernetes/a', exit: 1, objects: [] },
    { folder: 'kubernetes/b', exit: 0, objects: [] },
  ])
})

test.each(['root a\nexit 0\n', 'exit 0\nended\n', 'root a\nexit 0\nkind: Pod\nended\n'])(
  '%j is not understood',
  (said) => {
    expect(() => read(kustomizeRoots, said)).toThrow()
  },
)
