import { expect, test } from 'vitest'
import { digestDay } from './digest.ts'

// 2026-11-28 is a Saturday.
const day = (date: number) => new Date(2026, 10, date, 3, 30)

test('a digest is due once on its day, and never when nobody wants one', () => {
  expect(digestDay('saturday', undefined, day(28))).toBe('2026-11-28')
  expect(digestDay('saturday', '2026-11-28', day(28))).toBeUndefined()
  expect(digestDay('saturday', '2026-11-21', day(28))).toBe('2026-11-28')
  expect(digestDay('sunday', undefined, day(28))).toBeUndefined()
  expect(digestDay(undefined, undefined, day(28))).toBeUndefined()
})
