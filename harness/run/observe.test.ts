import { expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { answered, observe } from './observe.ts'

const asked = { source: 'vm1', ask: 'findmnt' }
const evidence = [
  {
    ...asked,
    takenAt: '2026-11-21T00:00:00.000Z',
    tookMs: 1,
    digest: 'd',
    reality: 'real' as const,
  },
]

test('what an observation throws becomes an unknown fact with its reason', async () => {
  const fact = await observe(asked, evidence, () => {
    throw new Unseen('timed out', 'no answer in 20 s')
  })
  expect(fact).toMatchObject({
    known: false,
    reason: 'timed out',
    because: 'vm1: no answer in 20 s',
  })
})

test("a parser's own error is an answer that was not understood", async () => {
  const broken = await observe(asked, evidence, () => JSON.parse('{'))
  expect(broken).toMatchObject({ known: false, reason: 'not understood' })
})

test('nothing is not a value, and a value without evidence is not known', async () => {
  expect((await observe(asked, evidence, () => undefined)).known).toBe(false)
  expect((await observe(asked, [], () => 1)).known).toBe(false)
})

test('an exit status that carries no answer is unseen, with what stderr said', () => {
  const output = (status: number, stderr = '') => ({ status, stdout: '', stderr })
  expect(answered(output(0), [0])).toEqual(output(0))
  expect(answered(output(2), [0, 2]).status).toBe(2)
  expect(() => answered(undefined, [0])).toThrow('before this section was complete')
  expect(() => answered(output(127, 'sh: 1: findmnt: not found'), [0])).toThrow('not found')
  expect(() => answered(output(3), [0])).toThrow('exit 3 without a word')
})

test('a pipe that hides a missing right behind status 0 is not an answer', () => {
  const output = { status: 0, stdout: '', stderr: 'cat: /etc/shadow: Permission denied' }
  expect(() => answered(output, [0])).toThrow(Unseen)
})
