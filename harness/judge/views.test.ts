import { expect, test } from 'vitest'
import type { Snapshot } from '../model/snapshot.ts'
import { viewsOf } from './views.ts'

const at = (takenAt: string) =>
  viewsOf({ takenAt, facts: {}, inventory: { parameters: {} } } as unknown as Snapshot, {}, [])
const { ageSeconds, isRecent } = at('2026-11-21T12:00:00Z')

test('an age is counted back from the snapshot, and is negative ahead of it', () => {
  expect(ageSeconds('2026-11-21T11:59:00Z')).toBe(60)
  expect(ageSeconds('2026-11-21T12:01:00Z')).toBe(-60)
})

test('recent is not too long ago, and not ahead', () => {
  expect(isRecent('2026-11-21T11:00:00Z', 3600)).toBe(true)
  expect(isRecent('2026-11-21T10:59:59Z', 3600)).toBe(false)
  expect(isRecent('2026-11-21T12:00:30Z', 3600)).toBe(true)
  expect(isRecent('2026-12-21T12:00:00Z', 3600)).toBe(false)
})

test('what is no moment is neither recent nor old', () => {
  expect(() => isRecent('never', 3600)).toThrow('"never" is not a moment in time')
})
