import { execFileSync, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../harness/run/load.ts'

/** A copy of what is tracked, with the two files of the README's example written into it. */
let copy: string
const written: string[] = []

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'plumb-two-files-'))
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  for (const path of tracked.split('\0').filter(Boolean))
    await cp(join(ROOT, path), join(copy, path))
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8')
  for (const [, path = '', text = ''] of readme.matchAll(
    /`((?:specs|fixtures)\/[^`]+\.(?:spec|fault)\.ts)`[^`]*```ts\n([\s\S]*?)```/g,
  )) {
    await mkdir(dirname(join(copy, path)), { recursive: true })
    await writeFile(join(copy, path), text)
    written.push(path)
  }
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [...args], { cwd: copy, encoding: 'utf8' })
const plumb = (...args: readonly string[]) => run('harness/cli/index.ts', ...args)

test('an invariant is two new files and no edit: it is judged and proven', () => {
  expect(written).toHaveLength(2)
  expect(written.filter((path) => path.endsWith('.fault.ts'))).toHaveLength(1)
  const spec = written.find((path) => path.endsWith('.spec.ts')) ?? ''
  const id = `zero-trust/${basename(spec, '.spec.ts')}`

  const verified = plumb('verify', '--lab', 'zero-trust', '--only', id, '--no-report')
  expect(verified.stdout).toContain('exit 0  1 control passes')
  expect(verified.status).toBe(0)

  const proven = plumb('prove', '--lab', 'zero-trust', '--only', id)
  expect(proven.stdout).toContain('1/1 proven')
  expect(proven.status).toBe(0)
})

test('the two files satisfy lint, types and the tests about specs', () => {
  const bin = (name: string) => join(copy, 'node_modules', '.bin', name)
  const lint = spawnSync(bin('biome'), ['check', ...written], { cwd: copy, encoding: 'utf8' })
  expect(lint.stderr + lint.stdout).toContain('Checked 2 files')
  expect(lint.status).toBe(0)
  const types = spawnSync(bin('tsc'), ['--noEmit', '-p', '.'], { cwd: copy, encoding: 'utf8' })
  expect(types.stdout).toBe('')
  const args = ['run', '--project', 'unit', 'specs/_meta/traceability', 'specs/_meta/wording']
  const meta = spawnSync(bin('vitest'), args, { cwd: copy, encoding: 'utf8' })
  expect(meta.stdout).toContain('passed')
  expect(meta.status).toBe(0)
})
