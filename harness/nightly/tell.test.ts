import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Message } from '../../reports/formats/notification.ts'
import { folder } from '../../reports/testdata/folder.ts'
import { FAILS, PASSES, sampleRun } from '../../reports/testdata/sample.ts'
import type { Nightly } from '../model/inventory/nightly.ts'
import { Memory } from './memory.ts'
import { standingAfter } from './standing.ts'
import { tell } from './tell.ts'
import type { Ending } from './told.ts'

const well = { ...FAILS, verdict: 'pass', because: '', offenders: [], offendersTotal: 0 } as const
const at = (day: number) => new Date(2026, 10, day, 3, 30).toISOString()
const sound = (day: number): Ending => ({
  at: at(day),
  standing: standingAfter(sampleRun([PASSES, well]), {}),
})
const failing = (day: number): Ending => ({
  at: at(day),
  standing: standingAfter(sampleRun([PASSES, FAILS]), {}),
})

/** A channel, and what is told by it on each of some nights; `dead` are those on which it does not work. */
async function nights(
  endings: readonly Ending[],
  settings: Nightly = {},
  dead: readonly number[] = [],
) {
  const path = join(await folder(), 'told.json')
  const sent: Message[] = []
  const outcomes: string[] = []
  for (const [index, ending] of endings.entries()) {
    const memory = await Memory.open(path)
    const send = async (message: Message) => {
      if (dead.includes(index)) throw new Error('the secret is hunter22')
      sent.push(message)
    }
    const about = { lab: 'zero-trust', target: 'live' }
    const telling = await tell(
      { name: 'webhook', send },
      { settings, memory, ending, about, keep: 30 },
      (text) => text.replace('hunter22', '***'),
    )
    outcomes.push(`${telling.outcome}${telling.because ? `: ${telling.because}` : ''}`)
  }
  return { outcomes, subjects: sent.map(({ subject }) => subject), sent }
}

test('a first night is told when it is bad, and only then', async () => {
  expect((await nights([sound(1), sound(2)])).outcomes).toEqual([
    'nothing to tell',
    'nothing to tell',
  ])
  expect((await nights([failing(1), failing(2)])).outcomes).toEqual(['told', 'nothing to tell'])
})

test('nothing is lost on a channel that was dead for a while, and no secret is told of it', async () => {
  const { outcomes, subjects } = await nights(
    [sound(1), failing(2), failing(3), failing(4)],
    {},
    [1, 2],
  )
  const failed = 'failed: the secret is ***'
  expect(outcomes).toEqual(['nothing to tell', failed, failed, 'told'])
  expect(subjects).toEqual([expect.stringContaining('fails: Only media')])
})

test('a digest tells what still fails, on its day and once', async () => {
  const { outcomes, sent } = await nights([failing(27), failing(28), failing(28), failing(29)], {
    digest: 'saturday',
  })
  expect(outcomes).toEqual(['told', 'told', 'nothing to tell', 'nothing to tell'])
  expect(sent[1]?.subject).toBe('[zero-trust] digest: 1 to look at')
  expect(sent[1]?.text).toContain(FAILS.id)
})

test('a digest of a sound lab says so', async () => {
  const { sent } = await nights([sound(27), sound(28)], { digest: 'saturday' })
  expect(sent.map(({ subject, isBad }) => [subject, isBad])).toEqual([
    ['[zero-trust] digest: nothing to look at', false],
  ])
})

test('a night that is no proof says so in every message, also in a digest that finds nothing', async () => {
  const trouble = { kind: 'deadline', says: 'not done after 1h' } as const
  const hung = (day: number): Ending => ({ ...sound(day), trouble })
  const { sent } = await nights([sound(26), hung(27), hung(28)], { digest: 'saturday' })
  expect(sent.map(({ subject, isBad }) => [subject, isBad])).toEqual([
    ['[zero-trust] The run hung and was ended: nothing was judged', true],
    ['[zero-trust] The run hung and was ended: nothing was judged', true],
  ])
})

test('what was told and cannot be kept is a failure: it will be told again', async () => {
  const place = join(await folder(), 'nights')
  const memory = await Memory.open(join(place, 'told.json'))
  await writeFile(place, 'a file where the folder was')
  const telltale = { settings: {}, memory, about: { lab: 'home', target: 'live' }, keep: 30 }
  const line = { name: 'webhook', send: async () => {} }
  for (const ending of [failing(1), sound(2)]) {
    const { outcome, because } = await tell(line, { ...telltale, ending }, (text) => text)
    expect(outcome).toBe('failed')
    expect(because).toContain('could not be kept')
  }
})
