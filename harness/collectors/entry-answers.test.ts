import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { type ProbeAnswer, RAN_OUT } from '../model/probe.ts'
import { entryAnswers } from './entry-answers.ts'

const url = 'https://shop.test/login'
const inventory = {
  kubernetes: { routes: [{ url, expect: 200, shows: 'Shop' }] },
} as unknown as Inventory
const read = (http: object, values: readonly string[] = ['10.0.0.1']) =>
  entryAnswers.parse(
    {
      http: [{ id: `entry:${url}`, tookMs: 1, ...http }],
      dns: [{ name: 'shop.test', type: 'A', values }],
    } as unknown as ProbeAnswer,
    {} as never,
    inventory,
  )

test('a page is told from another that answers in its place', () => {
  expect(read({ status: 200, body: '<h1>Shop</h1>' })).toMatchObject({
    items: [{ host: 'shop.test', status: 200, shows: true, addresses: ['10.0.0.1'] }],
    complete: true,
  })
  expect(read({ status: 200, body: 'default backend' })).toMatchObject({
    items: [{ shows: false }],
  })
})

test('nobody who answers is a finding, and says why', () => {
  expect(read({ error: 'ECONNREFUSED' }, [])).toEqual({
    items: [{ url, host: 'shop.test', error: 'ECONNREFUSED', shows: false, addresses: [] }],
    complete: true,
  })
})

test('who took the connection and said nothing in time is not known', () => {
  expect(read({ error: RAN_OUT })).toEqual({
    items: [],
    complete: false,
    because: `${url}: ${RAN_OUT}`,
  })
})

test('only the vantage lan asks, and only where there are routes', () => {
  expect(entryAnswers.ask({ name: 'lan' } as never, inventory)).toEqual({
    http: [{ id: `entry:${url}`, url }],
    dns: [{ name: 'shop.test', type: 'A' }],
  })
  expect(entryAnswers.ask({ name: 'sandbox' } as never, inventory)).toBeUndefined()
  expect(entryAnswers.ask({ name: 'lan' } as never, {} as Inventory)).toBeUndefined()
})
