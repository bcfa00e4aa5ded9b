import { expect, test } from 'vitest'
import { type Action, OutOfReach } from '../model/action.ts'
import { attempt } from './attempt.ts'
import type { Look } from './laboratory.ts'

const action: Action = { says: 'pull a plug', hands: {}, touches: ['vm1'] }
const look = { verdicts: new Map() } as unknown as Look
const calm = new AbortController().signal

function laboratory(under: () => Promise<Look>) {
  const renewed: string[] = []
  const renew = async (why: string) => void renewed.push(why)
  const redact = (text: string) => text.replaceAll('hunter22', '***')
  return { under, renew, renewed, redact }
}

test('what was seen is given, and the target stays', async () => {
  const lab = laboratory(async () => look)
  expect(await attempt(lab, action, calm)).toEqual({ look })
  expect(lab.renewed).toEqual([])
})

test('hands that do not reach are no trouble', async () => {
  const lab = laboratory(() => Promise.reject(new OutOfReach('real here')))
  expect(await attempt(lab, action, calm)).toEqual({})
  expect(lab.renewed).toEqual([])
})

test('what was not undone costs its own proof and the target, not the rest of the proof', async () => {
  const lab = laboratory(() => Promise.reject(new Error('vm1: exit 32: hunter22')))
  expect(await attempt(lab, action, calm)).toEqual({ trouble: 'vm1: exit 32: ***' })
  expect(lab.renewed).toEqual(['vm1: exit 32: ***'])
})

test('an interruption is no finding', async () => {
  const lab = laboratory(() => Promise.reject(new Error('killed')))
  await expect(attempt(lab, action, AbortSignal.abort(new Error('Ctrl-C')))).rejects.toThrow(
    'Ctrl-C',
  )
  expect(lab.renewed).toEqual([])
})

test('without a new target the proof ends: the old one is judged no further', async () => {
  const lab = {
    redact: (text: string) => text,
    under: () => Promise.reject(new Error('exit 32')),
    renew: (why: string) => Promise.reject(new Error(`no new target: ${why}`)),
  }
  await expect(attempt(lab, action, calm)).rejects.toThrow('no new target: exit 32')
})
