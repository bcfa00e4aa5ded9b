import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../harness/run/load.ts'
import { helpOf, schedulesOf } from './schedules.test-read.ts'

const { github, gitlab, calls: CALLS, actions } = schedulesOf('nightly')
const help = helpOf('ci/nightly.ts')
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

describe.each(CALLS)('%s', (_, calls) => {
  test('runs a night and nothing else, with options that there are', () => {
    expect(calls).toHaveLength(1)
    const [, script = '', options = ''] =
      /^(?:\/usr\/bin\/)?npm run --silent (\S+) -- (.*)$/.exec(calls[0] ?? '') ?? []
    expect(Object.keys(scripts)).toContain(script)
    const words = options.match(/--[a-z-]+/g) ?? []
    expect(words).toContain('--state')
    expect(words.filter((word) => !help.includes(`${word} <`))).toEqual([])
  })
})

test('GitHub: actions are pinned, the token may only read, and nights do not overlap', () => {
  expect(actions.length).toBeGreaterThan(0)
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([])
  expect(github.permissions).toEqual({ contents: 'read' })
  expect(github.concurrency['cancel-in-progress']).toBe(false)
  expect(github.on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/)
})

test('GitLab: only when it is scheduled, one at a time', () => {
  expect(gitlab.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }])
  expect(gitlab.resource_group).toBe('nightly')
})

// Where there is no systemd, the run names this test as not run.
test.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
  'systemd understands the units',
  () => {
    const units = ['service', 'timer'].map((kind) => `ci/systemd/plumbline-nightly.${kind}`)
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', ...units], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    // That npm is elsewhere here is not the unit's fault.
    expect(
      stderr.split('\n').filter((line) => line && !line.includes('npm is not executable')),
    ).toEqual([])
    if (stderr === '') expect(status).toBe(0)
  },
)
