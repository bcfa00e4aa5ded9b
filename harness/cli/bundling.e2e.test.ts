import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plumb } from './plumb.test-run.ts'

let out: string
const at = (name: string) => join(out, name)

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-bundle-'))
  await plumb(['verify', '--lab', 'zero-trust', '--no-report', '-q', '--out', out])
})
afterAll(() => rm(out, { recursive: true, force: true }))

test('evidence is bundled, and found whole later', async () => {
  const file = at('evidence.tar')
  const made = await plumb(['report', '--lab', 'zero-trust', '--out', out, '--bundle', file])
  const seen = await plumb(['report', '--verify', file])

  expect([made.exit, made.stderr]).toEqual([0, ''])
  expect([seen.exit, seen.stderr]).toEqual([0, ''])
  expect(seen.stdout).toContain('run        zero-trust on embedded')
  expect(seen.stdout).toContain('exit 0  it is what was bundled')
})

test('one changed byte is found, and ends with 2', async () => {
  const bytes = await readFile(at('evidence.tar'))
  const i = bytes.indexOf('plumbline/snapshot/1')
  bytes[i] = (bytes[i] ?? 0) ^ 1
  await writeFile(at('changed.tar'), bytes)
  const { exit, stdout } = await plumb(['report', '--verify', at('changed.tar')])

  expect(exit).toBe(2)
  expect(stdout).toContain('✗ snapshot.json was changed')
})

test('what is no bundle, or no one run, is refused', async () => {
  const none = await plumb(['report', '--verify', at('nowhere.tar')])
  const half = await plumb(['report', '--verify', at('evidence.tar'), '--signers', 'x'])

  expect([none.exit, half.exit]).toEqual([4, 4])
  expect(none.stderr).toContain('nowhere.tar: cannot be read')
  expect(half.stderr).toContain('--signers and --signer go together')
})
