import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadInventory } from './load.ts'
import { inFolder, LAB, problemsOf } from './spoil.ts'

const NOW = new Date('2026-03-10T12:00:00Z')

const GOOD = `- control: zero-trust/lan-exposure-is-media-only
  offender: { host: vm100, port: 8081 }
  because: a sensor's page until it is moved
  until: 2026-06-30
  accepted-by: ana
`

const spoilt = (from: string, to: string): Promise<readonly string[]> => {
  expect(GOOD).toContain(from)
  return problemsOf({ 'lab.yaml': LAB, 'waivers.yaml': GOOD.replace(from, to) }, NOW)
}

test('waivers beside lab.yaml come with it', async () => {
  await inFolder({ 'lab.yaml': LAB, 'waivers.yaml': GOOD }, async (folder) => {
    const { waivers } = await loadInventory(join(folder, 'lab.yaml'), NOW)
    expect(waivers).toEqual([
      {
        control: 'zero-trust/lan-exposure-is-media-only',
        offender: { host: 'vm100', port: 8081 },
        because: "a sensor's page until it is moved",
        until: '2026-06-30',
        acceptedBy: 'ana',
      },
    ])
  })
})

test.each(['vm100', '8081', '{ port: 8081 }'])('an offender may be %s', async (offender) => {
  expect(await spoilt('{ host: vm100, port: 8081 }', offender)).toEqual([])
})

describe('a waiver ends', () => {
  test.each(['2026-03-10', '2026-03-11', '2026-09-06'])(
    '%s is a day it may end on',
    async (day) => {
      expect(await spoilt('2026-06-30', day)).toEqual([])
    },
  )

  test.each([
    [
      '2026-03-09',
      'this waiver ended on 2026-03-09; repair what it accepts, or decide again and renew it',
    ],
    ['2026-09-07', '2026-09-07 is more than 180 days ahead; choose a nearer day'],
    ['2026-02-30', '[0].until is "2026-02-30", not a day: write YYYY-MM-DD'],
    ['never', '[0].until is "never", not a day: write YYYY-MM-DD'],
    ['2026-6-30', '[0].until is "2026-6-30", not a day: write YYYY-MM-DD'],
  ])('%s is refused', async (day, says) => {
    expect(await spoilt('2026-06-30', day)).toEqual([`waivers.yaml:4:10: ${says}`])
  })

  test('a waiver without an end is refused', async () => {
    expect(await spoilt('  until: 2026-06-30\n', '')).toEqual([
      'waivers.yaml:1:3: [0] has no "until"; add it: last day it holds, `YYYY-MM-DD` in UTC, at most 180 days ahead',
    ])
  })
})

describe('a waiver is narrow', () => {
  test.each(['{}', '""'])('the offender %s would accept anything', async (offender) => {
    expect(await spoilt('{ host: vm100, port: 8081 }', offender)).toEqual([
      expect.stringMatching(
        /^waivers\.yaml:2:13: \[0\]\.offender is empty; what is accepted, as members/,
      ),
    ])
  })

  test('no offender, a list, nothing and yes are refused', async () => {
    for (const offender of ['[]', '', 'true'])
      expect(await spoilt('{ host: vm100, port: 8081 }', offender)).toEqual([
        expect.stringMatching(
          /^waivers\.yaml:2:\d+: \[0\]\.offender is .*, not a group of keys or text or a number;/,
        ),
      ])
  })

  test('the same offender is accepted once', async () => {
    const files = { 'lab.yaml': LAB, 'waivers.yaml': GOOD + GOOD.replace('06-30', '05-31') }
    expect(await problemsOf(files, NOW)).toEqual([
      'waivers.yaml:6:3: [1] accepts what [0] accepts already; keep one',
    ])
  })
})

test.each([
  ['accepted-by', 'accepted_by', 'unknown key "accepted_by" in [0]; did you mean "accepted-by"?'],
  [
    'zero-trust/lan',
    'lan',
    '[0].control is "lan-exposure-is-media-only", not the id of a control: write <profile>/<slug> as the report prints it',
  ],
  [
    "a sensor's page until it is moved",
    '""',
    '[0].because is empty; why it is accepted; printed in the report',
  ],
])('%j spoilt to %j is told', async (from, to, says) => {
  expect(await spoilt(from, to === 'lan' ? 'lan' : to)).toContainEqual(
    expect.stringContaining(says),
  )
})

test('a file without waivers is refused: remove it', async () => {
  expect(await problemsOf({ 'lab.yaml': LAB, 'waivers.yaml': '# none\n' }, NOW)).toEqual([
    expect.stringMatching(/^waivers\.yaml:1:1: the file is empty, not a list;/),
  ])
})
