import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ROOT } from '../harness/run/load.ts'

test('the page of every profile says what judging the reference labs really reads', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['ci/pages.ts', '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect(stdout + stderr).toBe('')
})
