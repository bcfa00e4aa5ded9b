import { expect, test } from 'vitest'
import { pihole } from './pihole.ts'
import { read } from './text/answer.ts'

const said = (timer: string) =>
  `{"blocking":"enabled","timer":${timer},"took":0.0001}\n@@\n{"queries":{"total":812},"gravity":{"domains_being_blocked":150000,"last_update":1764300000}}\n`

test('blocking, its timer and its lists are read', () => {
  const state = {
    blocking: 'enabled',
    blockedDomains: 150000,
    listsAt: new Date(1764300000 * 1000).toISOString(),
    queries: 812,
  }
  expect(read(pihole, said('null'))).toEqual(state)
  expect(read(pihole, said('299.5'))).toEqual({ ...state, timerSeconds: 299.5 })
})

test.each([['{"blocking":"enabled","timer":null}\n'], ['Pi-hole is old\n@@\n{}\n']])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(pihole, stdout)).toThrow()
  },
)
