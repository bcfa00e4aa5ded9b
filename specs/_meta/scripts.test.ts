import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { files, ROOT } from '../../harness/run/load.ts'

const scripts = ['.ci/run', ...files('ci/**/*.sh'), ...files('fixtures/**/*.sh')]

test.for(scripts)('%s is understood by the shell that its first line names', (path) => {
  const [first = ''] = readFileSync(join(ROOT, path), 'utf8').split('\n')
  const shell = /^#!.*\b(bash|sh)\b/.exec(first)?.[1]
  expect(shell, `${path} names no shell`).toBeDefined()
  expect(spawnSync(shell ?? 'sh', ['-n', join(ROOT, path)], { encoding: 'utf8' }).stderr).toBe('')
})
