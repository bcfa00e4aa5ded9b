import { expect, test } from 'vitest'
import { routesOf } from './route.ts'

test('an alert is offered to children before their parent, with all that it had to match', () => {
  const root = {
    receiver: 'people',
    routes: [
      { matchers: ['alertname="Watchdog"'], receiver: 'outside' },
      {
        match: { severity: 'critical' },
        routes: [{ match_re: { host: 'vm.*' }, receiver: 'pager' }],
      },
    ],
  }
  expect(routesOf(root).map(({ receiver, matchers }) => [receiver, matchers.length])).toEqual([
    ['outside', 1],
    ['pager', 2],
    ['people', 1],
    ['people', 0],
  ])
})

test('matchers are read in both spellings', () => {
  const [route] = routesOf({ receiver: 'r', matchers: ['a="x y"', 'b!=c', 'd=~"e|f"', 'g!~h.*'] })
  expect(route?.matchers).toEqual([
    { label: 'a', kind: '=', value: 'x y' },
    { label: 'b', kind: '!=', value: 'c' },
    { label: 'd', kind: '=~', value: 'e|f' },
    { label: 'g', kind: '!~', value: 'h.*' },
  ])
})

test('a route that keeps silent at times says so', () => {
  expect(routesOf({ receiver: 'r', mute_time_intervals: ['night'] })[0]?.isTimed).toBe(true)
})

test('a matcher of another form is not understood, and neither is a tree without a receiver', () => {
  expect(() => routesOf({ receiver: 'r', matchers: ['severity'] })).toThrow('another form')
  expect(() => routesOf({ routes: [] })).toThrow('receiver of a route')
})
