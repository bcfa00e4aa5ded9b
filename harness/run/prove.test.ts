import { expect, test } from 'vitest'
import type { BlindProof } from '../../reports/proof.ts'
import { type Blind, type Fault, OutOfReach } from '../model/action.ts'
import type { Fact, Reality } from '../model/fact.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Snapshot } from '../model/snapshot.ts'
import type { Verdict } from '../model/verdict.ts'
import { make, weighBlind, weighFault } from './prove.ts'

const says = (verdicts: Record<string, Verdict>, because = '') =>
  new Map(
    Object.entries(verdicts).map(([id, verdict]) => [
      id,
      { id, verdict, reads: [`${id}@vm1`], because } as unknown as Judgement,
    ]),
  )
const healthy = says({ a: 'pass', b: 'pass', c: 'pass' })
const fault = (more: Partial<Fault> = {}) =>
  ({
    says: 'somebody broke it',
    alsoBreaks: [],
    alsoHides: [],
    hands: {},
    touches: [],
    ...more,
  }) as Fault

const outcomeOf = (broken: Record<string, Verdict>, more?: Partial<Fault>) =>
  weighFault('a', fault(more), healthy, says(broken), 1).outcome

test('a fault is proven when exactly its control fails', () => {
  expect(outcomeOf({ a: 'fail', b: 'pass', c: 'pass' })).toBe('proven')
})

test('a fault that its control does not notice is missed, whoever else does', () => {
  expect(outcomeOf({ a: 'pass', b: 'pass', c: 'pass' })).toBe('missed')
  expect(outcomeOf({ a: 'unverifiable', b: 'pass', c: 'pass' })).toBe('missed')
  expect(outcomeOf({ a: 'pass', b: 'fail', c: 'pass' })).toBe('missed')
})

test('a stranger that fails or can no longer say is collateral, unless it was declared', () => {
  expect(outcomeOf({ a: 'fail', b: 'fail', c: 'pass' })).toBe('collateral')
  expect(outcomeOf({ a: 'fail', b: 'fail', c: 'pass' }, { alsoBreaks: ['b'] })).toBe('proven')
  expect(outcomeOf({ a: 'fail', b: 'unverifiable', c: 'pass' })).toBe('collateral')
  expect(outcomeOf({ a: 'fail', b: 'unverifiable', c: 'pass' }, { alsoHides: ['b'] })).toBe(
    'proven',
  )
})

test('a companion that was declared but does not fail is missed', () => {
  expect(outcomeOf({ a: 'fail', b: 'pass', c: 'pass' }, { alsoBreaks: ['b'] })).toBe('missed')
})

const known: Fact = { known: true, value: 1, evidence: [] }
const unknown: Fact = {
  known: false,
  reason: 'refused',
  because: '',
  source: '',
  ask: '',
  evidence: [],
}
const partial: Fact = { known: true, value: { items: [], complete: false }, evidence: [] }
const facts = (vm: Record<string, Fact>) => ({ facts: vm }) as unknown as Snapshot
const before = { snapshot: facts({ 'a@vm1': known, 'b@vm1': known }), verdicts: healthy }
const blind = { says: 'the tool is missing' } as Blind
const weighed = (lost: Record<string, Fact>, verdicts: Record<string, Verdict>, because?: string) =>
  weighBlind(
    blind,
    before,
    { snapshot: facts({ ...before.snapshot.facts, ...lost }), verdicts: says(verdicts, because) },
    1,
  )

test('a blind is proven when every reader of the lost fact is unverifiable, and nobody else moved', () => {
  expect(weighed({ 'a@vm1': unknown }, { a: 'unverifiable', b: 'pass', c: 'pass' })?.outcome).toBe(
    'proven',
  )
  expect(weighed({ 'a@vm1': partial }, { a: 'unverifiable', b: 'pass', c: 'pass' })?.outcome).toBe(
    'proven',
  )
})

test('a reader that stays sure of itself without its fact is missed', () => {
  expect(weighed({ 'a@vm1': unknown }, { a: 'pass', b: 'pass', c: 'pass' })?.outcome).toBe('missed')
  expect(weighed({ 'a@vm1': unknown }, { a: 'fail', b: 'pass', c: 'pass' })?.outcome).toBe('missed')
})

test('a stranger that turns is collateral, unless a guard of what it read does not hold', () => {
  const turned = { a: 'unverifiable', b: 'unverifiable', c: 'pass' } as const
  expect(weighed({ 'a@vm1': unknown }, turned)?.outcome).toBe('collateral')
  expect(
    weighed({ 'a@vm1': unknown }, turned, 'guard clock does not hold for b@vm1: 9 s off')?.outcome,
  ).toBe('proven')
})

test('a blind that nobody notices proves nothing', () => {
  expect(weighed({}, { a: 'pass', b: 'pass', c: 'pass' })?.outcome).toBe('missed')
})

test('kept answers that hold fewer things are lost, whether a product or its documentation gave them', () => {
  const emptied = (reality: Reality): BlindProof | undefined => {
    const rows = (value: readonly number[]): Fact => ({
      known: true,
      value,
      evidence: [{ source: 'api', ask: 'GET /', takenAt: '', tookMs: 1, digest: '', reality }],
    })
    return weighBlind(
      blind,
      { snapshot: facts({ 'a@vm1': rows([1]) }), verdicts: healthy },
      {
        snapshot: facts({ 'a@vm1': rows([]) }),
        verdicts: says({ a: 'unverifiable', b: 'pass', c: 'pass' }),
      },
      1,
    )
  }
  expect(emptied('recorded')?.outcome).toBe('proven')
  expect(emptied('synthetic')?.outcome).toBe('proven')
  // what is real changes by itself: that is no sign of what the blind hid
  expect(emptied('real')?.outcome).toBe('collateral')
})

test('a blind over what nobody reads is neither proven nor missed', () => {
  expect(weighed({ 'z@vm1': unknown }, { a: 'pass', b: 'pass', c: 'pass' })?.outcome).toBe('missed')
  const wider = { snapshot: facts({ 'z@vm1': known }), verdicts: healthy }
  const after = { snapshot: facts({ 'z@vm1': unknown }), verdicts: healthy }
  expect(weighBlind(blind, wider, after, 1)).toBeUndefined()
})

test('what one pair of hands cannot reach, the next one does', async () => {
  const edited: string[] = []
  const action = {
    says: 'unplug it',
    touches: ['vm102'],
    hands: {
      shell: () => {
        throw new OutOfReach('no machine here')
      },
      recording: () => {
        edited.push('vm102')
        return async () => undefined
      },
    },
  }
  const hands = {
    shell: async () => ({ status: 0, stdout: '', stderr: '' }),
    recording: {} as never,
  }

  expect((await make(action, hands)).by).toBe('recording')
  expect(edited).toEqual(['vm102'])
  const { shell } = action.hands
  await expect(make({ ...action, hands: { shell } }, hands)).rejects.toThrow('no machine here')
})
