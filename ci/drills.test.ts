import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ROOT } from '../harness/run/load.ts'
import { helpOf, schedulesOf } from './schedules.test-read.ts'

const { github, gitlab, calls: CALLS, actions } = schedulesOf('drills')
const help = helpOf('harness/cli/index.ts', 'drill')

test.each(CALLS)('%s drills a replica, with options that there are', (_, calls) => {
  const last = calls.at(-1) ?? ''
  expect(last).toMatch(/npm run --silent plumb -- drill .*--target containers .*--prove/)
  expect(last).not.toMatch(/--allow|live/)
  const words = calls.flatMap((call) => call.split(' -- ')[1]?.match(/--[a-z-]+/g) ?? [])
  expect(words.filter((word) => !new RegExp(`${word}\\b`).test(help))).toEqual([])
})

test('drills do not overlap, and what they may read is all that they may', () => {
  expect(github.concurrency['cancel-in-progress']).toBe(false)
  expect(github.permissions).toEqual({ contents: 'read' })
  expect(gitlab.resource_group).toBe('drills')
  expect(actions.length).toBeGreaterThan(0)
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([])
})

// Where there is no systemd, the run names this test as not run.
test.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
  'systemd understands the units',
  () => {
    const units = ['service', 'timer'].map((kind) => `ci/systemd/plumbline-drills.${kind}`)
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...units], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    // What is not installed here is not the unit's fault.
    const mine = stderr.split('\n').filter((line) => line && !/not executable|not found/.test(line))
    expect(mine).toEqual([])
  },
)
