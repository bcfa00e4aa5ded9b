import { expect, test } from 'vitest'
import { panelWorkers } from './panel-workers.ts'
import { read } from './text/answer.ts'

test('workers are counted', () => {
  expect(read(panelWorkers, 'queue 1\nscheduler 0\n')).toEqual({ queue: 1, scheduler: 0 })
})

test('half a count is none', () => {
  expect(() => read(panelWorkers, 'queue 1\n')).toThrow('not counted')
})
