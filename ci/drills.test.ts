import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../harness/run/load.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')
const github = parse(read('github/drills.yml'))
const gitlab = parse(read('gitlab/drills.gitlab-ci.yml'))
const service = read('systemd/plumbline-drills.service')

interface Step {
  readonly uses?: string
  readonly run?: string
}
const steps: readonly Step[] = github.jobs.drills.steps
const help = spawnSync(process.execPath, ['harness/cli/index.ts', 'drill', '--help'], {
  cwd: ROOT,
  encoding: 'utf8',
}).stdout

test.each([
  ['GitHub', steps.flatMap(({ run }) => run ?? [])],
  ['GitLab', gitlab.drills.script as readonly string[]],
  ['systemd', [...service.matchAll(/^Exec\w+=(.*)$/gm)].map(([, call = '']) => call)],
])('%s drills a replica, with options that there are', (_, calls) => {
  const last = calls.at(-1) ?? ''
  expect(last).toMatch(/npm run --silent plumb -- drill .*--target containers .*--prove/)
  expect(last).not.toMatch(/--allow|live/)
  const words = calls.flatMap((call) => call.split(' -- ')[1]?.match(/--[a-z-]+/g) ?? [])
  expect(words.filter((word) => !new RegExp(`${word}\\b`).test(help))).toEqual([])
})

test('drills do not overlap, and what they may read is all that they may', () => {
  expect(github.concurrency['cancel-in-progress']).toBe(false)
  expect(github.permissions).toEqual({ contents: 'read' })
  expect(gitlab.drills.resource_group).toBe('drills')
  expect(steps.flatMap(({ uses }) => uses ?? []).every((it) => /@[0-9a-f]{40}$/.test(it))).toBe(
    true,
  )
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
