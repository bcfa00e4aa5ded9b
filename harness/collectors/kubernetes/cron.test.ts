import { expect, test } from 'vitest'
import { longestCronGapSeconds } from './cron.ts'

const DAY = 86_400

test.each([
  ['0 3 * * *', DAY],
  ['@daily', DAY],
  ['*/15 * * * *', 900],
  ['0 */6 * * *', 6 * 3600],
  ['30 2,14 * * *', DAY / 2],
  ['0 4 * * 1-5', 3 * DAY],
  ['0 4 * * 7', 7 * DAY],
  ['0 5 1 * *', 31 * DAY],
  // Either of both days.
  ['0 5 1 * 1', 7 * DAY],
])('"%s" leaves at most %i s', (schedule, seconds) => {
  expect(longestCronGapSeconds(schedule)).toBe(seconds)
})

test.each(['', 'sometimes', '0 3 * *', '60 3 * * *', '0 3 * * MON', '*/0 * * * *', '0 0 31 2 *'])(
  '"%s" is not understood',
  (schedule) => {
    expect(() => longestCronGapSeconds(schedule)).toThrow('no schedule')
  },
)
