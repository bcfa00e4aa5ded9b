import { expect, test } from 'vitest'
import { canaries } from './canaries.ts'
import { read } from './text/answer.ts'

const RUN = {
  schema: 'plumbline/canary/1',
  nonce: '5b1d9c20e7',
  startedAt: '2026-11-21T02:00:00Z',
  endedAt: '2026-11-21T02:00:09Z',
  steps: [
    { do: 'put', status: 201, bytes: 67108864, sha256: 'ab' },
    { do: 'delete', status: 204 },
  ],
}
const answer = (...runs: readonly object[]) =>
  [...runs.flatMap((run, i) => [`canary run-${i}.json`, JSON.stringify(run)]), 'listed', ''].join(
    '\n',
  )

test('the steps of a run are read in their order', () => {
  expect(read(canaries, answer(RUN))).toEqual([
    {
      name: 'run-0',
      nonce: '5b1d9c20e7',
      startedAt: '2026-11-21T02:00:00.000Z',
      endedAt: '2026-11-21T02:00:09.000Z',
      steps: [
        { do: 'put', status: 201, bytes: 67108864, sha256: 'ab' },
        { do: 'delete', status: 204 },
      ],
    },
  ])
  expect(read(canaries, answer())).toEqual([])
})

test.each([
  [{ ...RUN, schema: 'mine' }, 'not a record'],
  [{ ...RUN, nonce: '1' }, 'can be guessed'],
  [{ ...RUN, endedAt: 'today' }, 'no moment'],
  [{ ...RUN, steps: undefined }, 'steps of run-0 is absent'],
  [{ ...RUN, steps: [{ do: 'put', status: 'ok' }] }, 'status of a step'],
])('%j is refused', (run, says) => {
  expect(() => read(canaries, answer(run))).toThrow(says)
})

test('a list without an end is cut short', () => {
  expect(() => read(canaries, answer(RUN).replace('listed\n', ''))).toThrow('no end')
})
