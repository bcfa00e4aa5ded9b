import { expect, test } from 'vitest'
import { blastOf } from './blast.ts'
import { action, aDrill, step } from './rehearse.test-lab.ts'
import type { Verdicts } from './watch.ts'

const health = new Map([
  ['x/a', { id: 'x/a', reads: ['mounts@vm1'] }],
  ['x/b', { id: 'x/b', reads: ['mounts@vm2'] }],
]) as unknown as Verdicts
const fault = { ...action({ ...step('spoil'), on: 'vm2' }), says: 'it is spoilt' } as never

test('what a fault does is told before it is done, as what the drill does is', () => {
  expect(blastOf(aDrill(), health, [])).toMatchObject({ hosts: ['vm1'], controls: ['x/a'] })
  expect(blastOf(aDrill(), health, [], fault)).toMatchObject({
    hosts: ['vm1', 'vm2'],
    controls: ['x/a', 'x/b'],
    commands: [
      { on: 'vm2', does: 'spoil' },
      { on: 'vm1', does: 'break' },
    ],
  })
})
