import { expect, test } from 'vitest'
import { longestGapSeconds } from './calendar.ts'

const HOUR = 3600
const DAY = 24 * HOUR

test.each([
  ['daily', DAY],
  ['02:00', DAY],
  ['*-*-* 2:30', DAY],
  ['0/6:00', 6 * HOUR],
  ['*/6:15', 6 * HOUR],
  ['*:0/15', HOUR / 4],
  ['22,2:00', 20 * HOUR],
  ['sun 04:00', 7 * DAY],
  ['sun,wed 04:00', 4 * DAY],
  ['mon..fri 21:00', 3 * DAY],
  ['fri..mon 21:00', 4 * DAY],
  ['weekly', 7 * DAY],
  ['*-*-1 05:00', 31 * DAY],
  ['*-1,15 05:00', undefined],
  ['monthly', 31 * DAY],
  ['yearly', 366 * DAY],
])('"%s" leaves at most this long', (event, seconds) => {
  if (seconds === undefined) expect(longestGapSeconds(event)).toBeGreaterThan(0)
  else expect(longestGapSeconds(event)).toBe(seconds)
})

test.each(['', 'sometimes', 'mon mon 02:00', '25:00', '2027-*-* 00:00', '1:2:3:4', 'mon..x 2:00'])(
  '"%s" is not understood',
  (event) => {
    expect(() => longestGapSeconds(event)).toThrow('no calendar event')
  },
)
