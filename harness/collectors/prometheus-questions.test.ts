import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { headroom } from './headroom.ts'
import { logShippers } from './log-shippers.ts'
import { prometheusHistory } from './prometheus-history.ts'
import { scrapedSeries } from './scraped-series.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, segments: {} } as unknown as Inventory
const one = (value: string) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: [{ metric: { instance: 'web' }, value: [1764300000, value] }],
  },
})
const none = { status: 'success', data: { resultType: 'vector', result: [] } }

/** Answers by a word that the expression holds; the first that fits. */
const saying = (answers: Readonly<Record<string, unknown>>): Get =>
  Object.assign(
    async (path: string) => {
      const asked = decodeURIComponent(path.replaceAll('+', ' '))
      return Object.entries(answers).find(([part]) => asked.includes(part))?.[1]
    },
    { raw: async () => Promise.reject(new Error('not asked like this')) },
  )

test('what a machine has left is put together by instance', async () => {
  const get = saying({ quantile: one('0.4'), Mem: one('0.5'), predict: one('-3') })
  expect(await headroom.read(get, lab)).toEqual([
    { instance: 'web', processors: 0.4, memory: 0.5, diskThen: -3 },
  ])
  await expect(
    headroom.read(saying({ quantile: one('0.4'), Mem: none, predict: one('1') }), lab),
  ).rejects.toThrow()
})

test('a shipper that never dropped or failed has no such counter', async () => {
  const get = saying({
    sent_entries: one('9'),
    dropped: none,
    status_code: none,
    duration: one('3'),
  })
  expect(await logShippers.read(get, lab)).toEqual([
    { instance: 'web', sent: 9, dropped: 0, pushes: 3, failed: 0 },
  ])
})

test('history is counted then and now', async () => {
  const get = saying({ 'offset 15d': one('118'), '[10m]': one('20') })
  expect(await prometheusHistory.read(get, lab)).toEqual({
    ago: '15d',
    samplesThen: 118,
    samplesNow: 20,
  })
})

test('a lab without segments is not asked', async () => {
  await expect(scrapedSeries.read(saying({}), inventory)).rejects.toThrow()
})
