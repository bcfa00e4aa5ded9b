import { spawn, spawnSync } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Run } from '../../reports/run.ts'
import { ROOT } from '../run/load.ts'
import { plumb } from './plumb.test-run.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

const runOf = async (dir: string): Promise<Run> =>
  JSON.parse(await readFile(join(dir, 'zero-trust', 'run.json'), 'utf8')) as Run

test('the main job: five labs, each control with its verdict, nothing in the dark', async () => {
  const dir = join(out, 'five')
  const { exit, stdout } = await plumb(['verify', '--out', dir, '--json', join(dir, 'runs.json')])
  const runs = JSON.parse(await readFile(join(dir, 'runs.json'), 'utf8')) as readonly Run[]
  const verdicts = runs.flatMap((run) => run.verdicts)
  expect(runs.map(({ lab }) => lab)).toEqual([
    ...['fixed-roles', 'layered', 'talos-gitops', 'zero-trust', 'zfs-platform'],
  ])
  expect(stdout).toContain('on 5 labs')
  expect(verdicts.length).toBeGreaterThanOrEqual(650)
  expect(
    verdicts
      .filter(
        ({ verdict, because }) => verdict !== 'pass' && !(verdict === 'not-applicable' && because),
      )
      .map(({ id, verdict, because }) => `${id} is ${verdict}: ${because}`),
  ).toEqual([])
  expect(runs.flatMap(({ coverage }) => coverage.unclaimed)).toEqual([])
  expect(exit).toBe(0)
})

describe('verify', () => {
  test('the reference lab is sound: exit 0, nothing unverifiable, every file written', async () => {
    const { exit, stdout } = await plumb(['verify', '--lab', 'zero-trust', '--out', out])
    expect(stdout).toContain('zero-trust on embedded')
    const run = await runOf(out)
    expect(
      run.verdicts
        .filter(({ verdict }) => verdict !== 'pass')
        .map(({ id, because }) => `${id}: ${because}`),
    ).toEqual([])
    expect(run.broken).toEqual([])
    expect(exit).toBe(0)
    expect(await readdir(join(out, 'zero-trust'))).toEqual(
      expect.arrayContaining(['run.json', 'snapshot.json', 'allure-results', 'allure-report']),
    )
  })

  // Where the machine lets nobody make a network namespace, the run names this test as not run.
  test.skipIf(spawnSync('unshare', ['-rn', 'true']).status !== 0)(
    'a stored snapshot gives the same verdicts, byte for byte, with no network at all',
    async () => {
      const again = join(out, 'again')
      const snapshot = join(out, 'zero-trust', 'snapshot.json')
      const { exit } = await plumb(['judge', snapshot, '--out', again], ['unshare', '-rn'])
      expect(exit).toBe(0)
      const [first, second] = [await runOf(out), await runOf(again)]
      expect(JSON.stringify(second.verdicts)).toBe(JSON.stringify(first.verdicts))
      expect(second.snapshotDigest).toBe(first.snapshotDigest)
    },
  )

  test('without reports, none of the run before is left beside the run', async () => {
    const dir = join(out, 'left')
    await plumb(['judge', join(out, 'zero-trust', 'snapshot.json'), '--out', dir])
    const before = await readdir(join(dir, 'zero-trust'))
    await plumb(['verify', '--lab', 'zero-trust', '--no-report', '--out', dir])
    expect(before).toContain('junit.xml')
    expect(await readdir(join(dir, 'zero-trust'))).toEqual(['run.json', 'snapshot.json'])
  })

  test('with a fault injected it ends with 2 and names that control', async () => {
    const broken = join(out, 'broken')
    const control = 'zero-trust/media-share-is-mounted-read-only-on-vm100'
    const args = ['--lab', 'zero-trust', '--no-report', '--fault', control, '--out', broken]
    const { exit, stdout } = await plumb(['verify', ...args])
    expect(stdout).toContain(control)
    const run = await runOf(broken)
    expect(run.verdicts.flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : []))).toContain(
      control,
    )
    expect(exit).toBe(2)
  })

  test('two runs at once do not disturb each other', async () => {
    const both = await Promise.all([
      plumb(['verify', '--lab', 'zero-trust', '--no-report', '--out', join(out, 'twice')]),
      plumb(['verify', '--lab', 'zero-trust', '--no-report', '--out', join(out, 'twice')]),
    ])
    expect(both.map(({ exit }) => exit)).toEqual([0, 0])
    expect(await readdir(join(out, 'twice'))).toEqual(['zero-trust'])
  })

  test('Ctrl-C ends it with 130 and leaves nothing half-written', async () => {
    const dir = join(out, 'interrupted')
    const child = spawn(process.execPath, ['harness/cli/index.ts', 'verify', '--out', dir], {
      cwd: ROOT,
    })
    const exit = new Promise((resolve) => child.on('exit', resolve))
    await new Promise<void>((resolve) =>
      child.stderr.on('data', (text) => String(text).includes('collecting') && resolve()),
    )
    child.kill('SIGINT')
    expect(await exit).toBe(130)
    expect(await readdir(dir).catch(() => [])).toEqual([])
  })
})

describe('bad input ends with exit 4 and says what to do', () => {
  test.for([
    [['verify', '--lab', 'zero-trst'], 'zero-trust'],
    [['verify', '--lab', 'zero-trust', '--target', 'embeded'], 'embedded'],
    [['verify', '--lab', 'zero-trust', '--only', 'zero-trust/party-*'], 'zero-trust/parity-'],
    [['verify', '--lab', 'zero-trust', '--fault', 'zero-trust/nobody'], 'no fault of'],
    [['prove', '--lab', 'zero-trust', '--only', 'zero-trust/party-*'], 'zero-trust/parity-'],
    [['judge', '/nowhere/snapshot.json'], 'cannot be read'],
    [['verify', '--no-such-option'], 'unknown option'],
    [['no-such-command'], 'unknown command'],
  ] as const)('plumb %j', async ([args, says]) => {
    const { exit, stderr } = await plumb([...args, ...(args[0] === 'verify' ? ['--out', out] : [])])
    expect(stderr).toContain(says)
    expect(exit).toBe(4)
  })

  test('a misspelt key of lab.yaml is named with file, line and column', async () => {
    const folder = join(out, 'misspelt')
    await cp(join(ROOT, 'fixtures/labs/zero-trust'), folder, { recursive: true })
    const path = join(folder, 'lab.yaml')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace(/^profiles:/m, 'profils:'))
    const line = text.split('\n').findIndex((l) => l.startsWith('profiles:')) + 1
    const { exit, stderr } = await plumb(['verify', '--lab', path, '--out', out])
    expect(stderr).toContain(`lab.yaml:${line}:1:`)
    expect(stderr).toContain('did you mean "profiles"')
    expect(exit).toBe(4)
  })
})

test('a reader that stops reading does not stop the run', async () => {
  const dir = join(out, 'unread')
  const args = [
    'harness/cli/index.ts',
    'verify',
    '--lab',
    'zero-trust',
    '--no-report',
    '--out',
    dir,
  ]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  child.stderr.destroy()
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0)
  expect(await readdir(join(dir, 'zero-trust'))).toContain('run.json')
})

test('help shows examples', async () => {
  const { exit, stdout } = await plumb(['verify', '--help'])
  expect(stdout).toContain('Examples:')
  expect(exit).toBe(0)
})

test('several labs are told of in order, together, and as one list for machines', async () => {
  const dir = join(out, 'several')
  const file = join(dir, 'runs.json')
  const labs = ['--lab', 'zero-trust', '--lab', 'zfs-platform']
  const { stdout } = await plumb(['verify', ...labs, '--no-report', '--out', dir, '--json', file])
  const runs = JSON.parse(await readFile(file, 'utf8')) as readonly Run[]
  expect(runs.map(({ lab }) => lab)).toEqual(['zero-trust', 'zfs-platform'])
  expect(stdout.indexOf('zero-trust on embedded')).toBeLessThan(
    stdout.indexOf('zfs-platform on embedded'),
  )
  expect(stdout).toContain('on 2 labs')
})
