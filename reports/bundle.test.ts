import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bundleOf, verifyBundle } from './bundle.ts'
import { stringify } from './ordered.ts'
import schema from './run.schema.json' with { type: 'json' }
import type { Run } from './run.ts'
import { type Member, packed, unpacked } from './tar.ts'
import { folder } from './testdata/folder.ts'
import { sampleRun } from './testdata/sample.ts'

const bytes = (text: string): Buffer => Buffer.from(text)
const snapshot = bytes('{"schema":"plumbline/snapshot/1"}\n')
const snapshotDigest = createHash('sha256').update(snapshot).digest('hex')

const membersOf = (about: Partial<Run> = {}): readonly Member[] => [
  {
    path: 'run.json',
    bytes: bytes(stringify({ ...sampleRun(), snapshotDigest, ...about }, schema)),
  },
  { path: 'snapshot.json', bytes: snapshot },
  { path: 'proof.json', bytes: bytes('{"lab":"zero-trust"}\n') },
  { path: 'specs/zero-trust/document.md', bytes: bytes('# Platform\n') },
]

const problems = (bundle: Uint8Array) => verifyBundle(bundle).problems

test('a bundle is whole, and the same files are the same bytes in any order', () => {
  const bundle = bundleOf(membersOf())

  expect(problems(bundle)).toEqual([])
  expect(verifyBundle(bundle).manifest).toMatchObject({ lab: 'zero-trust', exit: 2 })
  expect(bundleOf(membersOf().toReversed()).equals(bundle)).toBe(true)
})

test('any other tar can read it', async () => {
  const path = join(await folder(), 'bundle.tar')
  await writeFile(path, bundleOf(membersOf()))

  expect(execFileSync('tar', ['-tf', path], { encoding: 'utf8' }).trim().split('\n')).toEqual([
    ...['manifest.json', 'proof.json', 'run.json', 'snapshot.json', 'specs/zero-trust/document.md'],
  ])
  expect(execFileSync('tar', ['-xOf', path, 'snapshot.json']).equals(snapshot)).toBe(true)
})

describe('one changed byte is found', () => {
  const bundle = bundleOf(membersOf())
  const names = unpacked(bundle).map(({ path }) => path)

  test.each(names)('anywhere in %s', (name) => {
    const all = unpacked(bundle)
    const at = all.findIndex(({ path }) => path === name)
    const { length } = all[at]?.bytes ?? bytes('')
    // All of it would be thousands of times the same.
    for (const i of [0, 1, Math.floor(length / 2), length - 2, length - 1]) {
      const members = all.map((one) => ({ ...one, bytes: Buffer.from(one.bytes) }))
      const changed = members[at]?.bytes ?? bytes('')
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(problems(packed(members))).not.toEqual([])
    }
  })

  test('also between the files, in their heads and after them', () => {
    for (let i = 0; i < bundle.length; i += 7) {
      const changed = Buffer.from(bundle)
      changed[i] = (changed[i] ?? 0) ^ 4
      expect(problems(changed), `byte ${i}`).not.toEqual([])
    }
    expect(problems(Buffer.concat([bundle, Buffer.alloc(512)]))).not.toEqual([])
    expect(problems(bundle.subarray(0, -1))).not.toEqual([])
  })
})

test('a file that is missing, was added, or is there twice is named', () => {
  const [manifest, ...members] = unpacked(bundleOf(membersOf()))
  const repack = (...all: readonly (Member | undefined)[]) =>
    problems(packed(all.filter((one) => one !== undefined)))
  const proof = members.find(({ path }) => path === 'proof.json')

  expect(repack(manifest, ...members.filter((one) => one !== proof))).toContain(
    'proof.json is missing',
  )
  expect(repack(manifest, ...members, { path: 'x.txt', bytes: snapshot })).toContain(
    'x.txt was added',
  )
  expect(repack(manifest, ...members, proof)).toContain('proof.json is there twice')
  expect(repack(...members)).toEqual(['it has no manifest'])
  expect(problems(bytes('no bundle at all'))).toEqual(['it is cut short'])
})

test('a manifest that was made to fit does not save what does not belong together', () => {
  const rest = membersOf().slice(1)
  const other = { path: 'snapshot.json', bytes: bytes('{}') }

  expect(() => bundleOf(rest)).toThrow('run.json is missing')
  expect(() => bundleOf([...membersOf({ snapshotDigest: 'd'.repeat(64) })])).toThrow(
    'snapshot.json is not the one run.json judged',
  )
  expect(() => bundleOf([...membersOf().slice(0, 1), other])).toThrow('is not the one')
  expect(() => bundleOf(membersOf({ lab: 'layered' }))).toThrow('proof.json is of another lab')
  expect(() => bundleOf(membersOf({ exit: 0 }))).toThrow('what its verdicts do not say')
})
