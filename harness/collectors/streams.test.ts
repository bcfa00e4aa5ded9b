import { expect, test } from 'vitest'
import type { Inventory, Vantage } from '../model/inventory.ts'
import type { ProbeAnswer } from '../model/probe.ts'
import { streams } from './streams.ts'

const url = 'http://192.168.1.100/a.mkv'
const inventory = {
  services: [{ name: 'music', stream: url }, { name: 'books' }],
} as unknown as Inventory
const lan = { name: 'lan' } as Vantage
const read = (answer: Partial<ProbeAnswer['http'][number]>) =>
  streams.parse(
    { http: [{ id: 'stream:music', tookMs: 900, ...answer }] } as unknown as ProbeAnswer,
    lan,
    inventory,
  )

test('only the LAN is asked, and only for what is declared', () => {
  expect(streams.ask(lan, inventory)?.http).toMatchObject([{ id: 'stream:music', url }])
  expect(streams.ask({ name: 'tailnet' } as Vantage, inventory)).toBeUndefined()
})

test('the speed is that of the body', () => {
  const measured = { bytes: 2_000_000, firstByteMs: 20, bodyMs: 100 }
  expect(read({ status: 200, measured })).toEqual([
    {
      service: 'music',
      url,
      status: 200,
      bytes: 2_000_000,
      firstByteMs: 20,
      megabitsPerSecond: 160,
    },
  ])
})

test('where nothing came, there is no speed', () => {
  expect(read({ error: 'timeout' })).toEqual([
    { service: 'music', url, error: 'timeout', bytes: 0, firstByteMs: 900 },
  ])
})
