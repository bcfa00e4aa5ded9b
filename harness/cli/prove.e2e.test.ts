import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Proof } from '../../reports/proof.ts'
import { plumb } from './plumb.test-run.ts'

let out: string
let proof: Proof
let exit: number

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-prove-'))
  const ran = await plumb(['prove', '--lab', 'zero-trust', '--out', out])
  exit = ran.exit
  proof = JSON.parse(await readFile(join(out, 'zero-trust', 'proof.json'), 'utf8')) as Proof
})
afterAll(() => rm(out, { recursive: true, force: true }))

const odd = (proofs: readonly { readonly outcome: string }[]) =>
  proofs.filter(({ outcome }) => outcome !== 'proven')

test('every control of the reference lab has been seen to fail, by its fault and nobody else’s', () => {
  expect(odd(proof.faults)).toEqual([])
  expect(proof.summary).toMatchObject({ missed: 0, collateral: 0, broken: 0, unprovenHere: [] })
  expect(proof.summary.proven).toBe(proof.summary.controls)
  expect(exit).toBe(0)
})

test('every question, host, API and vantage has been blinded, and what relied on it could not say', () => {
  expect(odd(proof.blinds)).toEqual([])
  expect(proof.blinds.length).toBeGreaterThan(100)
})
