import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Proof } from '../../reports/proof.ts'
import { labNames } from '../inventory/find.ts'
import { plumb } from './plumb.test-run.ts'

let out: string
let exit: number

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-prove-'))
  exit = (await plumb(['prove', '--out', out])).exit
}, 1_500_000)
afterAll(() => rm(out, { recursive: true, force: true }))

const proofOf = async (lab: string): Promise<Proof> =>
  JSON.parse(await readFile(join(out, lab, 'proof.json'), 'utf8')) as Proof
const odd = (proofs: readonly { readonly outcome: string }[]) =>
  proofs.filter(({ outcome }) => outcome !== 'proven')

describe.for(labNames())('%s', (lab) => {
  test('every control has been seen to fail, by its faults and nobody else’s', async () => {
    const { faults, summary } = await proofOf(lab)
    expect(odd(faults)).toEqual([])
    expect(summary).toMatchObject({ missed: 0, collateral: 0, broken: 0, unprovenHere: [] })
    expect(summary.proven).toBe(summary.controls)
  })

  test('every question, host, API and vantage has been blinded, and what relied on it could not say', async () => {
    const { blinds } = await proofOf(lab)
    expect(odd(blinds)).toEqual([])
    expect(blinds.length).toBeGreaterThan(100)
  })
})

test('one command proves all labs', () => {
  expect(exit).toBe(0)
})
