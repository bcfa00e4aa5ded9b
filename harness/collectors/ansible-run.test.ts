import { expect, test } from 'vitest'
import { ansibleRun } from './ansible-run.ts'
import { read } from './text/answer.ts'

const commit = 'd'.repeat(40)

test('a run is read, and so is that there was none', () => {
  const fact = JSON.stringify({ commit, epoch: 1764300000, failed: 0, whole: true })
  expect(read(ansibleRun, fact)).toEqual({
    last: { commit, at: new Date(1764300000 * 1000).toISOString(), failed: 0, isWhole: true },
  })
  expect(read(ansibleRun, 'none\n')).toEqual({})
})

test.each([['{}'], [''], [JSON.stringify({ commit: 'main', epoch: 1, failed: 0, whole: true })]])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(ansibleRun, stdout)).toThrow()
  },
)
