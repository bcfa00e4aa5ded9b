import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Diff } from '../../reports/diff.ts'
import { plumb } from './plumb.test-run.ts'

const CONTROL = 'zero-trust/media-share-is-mounted-read-only-on-vm100'

let out: string
const at = (...names: readonly string[]) => join(out, ...names)

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-diff-'))
  const verify = (dir: string, ...more: readonly string[]) =>
    plumb(['verify', '--lab', 'zero-trust', '--no-report', '--out', at(dir), '-q', ...more])
  await verify('sound')
  await verify('sick', '--fault', CONTROL)
  await verify('part', '--only', 'zero-trust/parity-*')
})
afterAll(() => rm(out, { recursive: true, force: true }))

test('what fails now is told, and the exit says so', async () => {
  const json = at('diff.json')
  const { exit, stdout } = await plumb([
    ...['diff', at('sound', 'zero-trust'), at('sick', 'zero-trust', 'run.json'), '--json', json],
  ])
  const diff = JSON.parse(await readFile(json, 'utf8')) as Diff

  expect(exit).toBe(2)
  expect(diff.newlyFailing.map(({ id }) => id)).toContain(CONTROL)
  expect(diff.facts).toBeDefined()
  expect(stdout).toContain('✗ fails now')
})

test('the other way round it is fixed, also from the snapshots alone', async () => {
  const path = (dir: string) => at(dir, 'zero-trust', 'snapshot.json')
  const { exit, stdout } = await plumb(['diff', path('sick'), path('sound')])

  expect(exit).toBe(0)
  expect(stdout).toContain(`✓ fixed  ${CONTROL} (fail → pass)`)
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('which is the older one')
})

test('facts are compared only with the snapshot that was judged', async () => {
  await cp(at('sick', 'zero-trust', 'snapshot.json'), at('sound', 'zero-trust', 'snapshot.json'))
  const { stdout } = await plumb(['diff', at('sound', 'zero-trust'), at('sick', 'zero-trust')])

  expect(stdout).toContain('not compared: one of the snapshots is not at hand')
})

test('a part is not compared with a whole, nor a file that is none', async () => {
  const whole = at('sound', 'zero-trust')
  const part = await plumb(['diff', whole, at('part', 'zero-trust')])
  const none = await plumb(['diff', whole, 'package.json'])

  expect([part.exit, none.exit]).toEqual([4, 4])
  expect(part.stderr).toContain('they judged different selections: all and zero-trust/parity-*')
  expect(none.stderr).toContain('package.json: is no run')
})
