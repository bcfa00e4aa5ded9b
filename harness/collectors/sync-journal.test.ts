import { expect, test } from 'vitest'
import { syncJournal } from './sync-journal.ts'
import { read } from './text/answer.ts'

const BEGIN = '{"_PID":"125","__REALTIME_TIMESTAMP":"1795225941941898"}\n'
const entry = (id: string, second: number, more: Record<string, string> = {}): string =>
  `${JSON.stringify({
    MESSAGE_ID: id,
    UNIT: 'snapraid-sync.service',
    INVOCATION_ID: '015bb0d354e64a2ea5d2c2c832657f30',
    _PID: '1',
    __REALTIME_TIMESTAMP: `${1795226210 + second}000000`,
    ...more,
  })}\n`
const STARTED = '7d4958e842da4a758f6c1cdc7b36dcc5'
const FINISHED = '39f53479d3a045ac8e11786248231fbf'
const FAILED = 'be02cf6855d2428ba40df7e9d022f03d'

test('a run that succeeded has a beginning and an end', () => {
  const text = BEGIN + entry(STARTED, 0) + entry(FINISHED, 3, { JOB_RESULT: 'done' })

  expect(read(syncJournal, text)).toEqual({
    beginsAt: '2026-11-21T01:52:21.941Z',
    runs: [
      {
        unit: 'snapraid-sync.service',
        startedAt: '2026-11-21T01:56:50.000Z',
        endedAt: '2026-11-21T01:56:53.000Z',
        result: 'success',
      },
    ],
  })
})

test('a run that failed is no success', () => {
  const text = BEGIN + entry(STARTED, 0) + entry(FAILED, 1, { JOB_RESULT: 'failed' })

  expect(read(syncJournal, text).runs[0]?.result).toBe('failure')
})

test('a run without an end is unfinished: it goes on, or the power went', () => {
  expect(read(syncJournal, BEGIN + entry(STARTED, 0)).runs[0]?.result).toBe('unfinished')
})

test('a line that another process wrote under the id of systemd counts for nothing', () => {
  const forged = entry(FINISHED, 3, { JOB_RESULT: 'done', _PID: '4711' })

  expect(read(syncJournal, BEGIN + entry(STARTED, 0) + forged).runs[0]?.result).toBe('unfinished')
})

test('a journal in which nothing can be seen is no journal without runs', () => {
  expect(() => read(syncJournal, '\n')).toThrow('no entry at all')
  expect(read(syncJournal, BEGIN).runs).toEqual([])
})
