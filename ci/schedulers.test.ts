import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../harness/run/load.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, path), 'utf8')
const github = parse(read('github/nightly.yml'))
const gitlab = parse(read('gitlab/nightly.gitlab-ci.yml'))
const service = read('systemd/plumbline-nightly.service')

interface Step {
  readonly uses?: string
  readonly run?: string
}
const steps: readonly Step[] = github.jobs.nightly.steps
const CALLS: readonly (readonly [who: string, calls: readonly string[]])[] = [
  ['GitHub', steps.flatMap(({ run }) => run ?? [])],
  ['GitLab', gitlab.nightly.script],
  ['systemd', [...service.matchAll(/^ExecStart=(.*)$/gm)].map(([, call = '']) => call)],
]

const help = spawnSync(process.execPath, ['ci/nightly.ts', '--help'], {
  cwd: ROOT,
  encoding: 'utf8',
}).stdout
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
  const actions = steps.flatMap(({ uses }) => uses ?? [])
  expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([])
  expect(github.permissions).toEqual({ contents: 'read' })
  expect(github.concurrency['cancel-in-progress']).toBe(false)
  expect(github.on.schedule[0].cron).toMatch(/^\d+ \d+ \* \* \*$/)
})

test('GitLab: only when it is scheduled, one at a time', () => {
  expect(gitlab.nightly.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }])
  expect(gitlab.nightly.resource_group).toBe('nightly')
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
