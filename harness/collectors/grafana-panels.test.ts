import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { grafanaPanels } from './grafana-panels.ts'

const source = { type: 'prometheus', uid: 'p' }
const dashboard = {
  panels: [
    { title: 'Age', datasource: source, targets: [{ expr: 'parity_age' }] },
    {
      type: 'row',
      panels: [{ title: 'Up', targets: [{ expr: 'up{host="$host"}', datasource: source }] }],
    },
    { title: 'Text' },
  ],
}
const read = (found: readonly unknown[], status = 200, body = '{}') => {
  const get: Get = Object.assign(
    async (path: string) => (path.startsWith('/api/search') ? found : { dashboard }),
    { raw: async () => ({ status, contentType: 'application/json', text: body }) },
  )
  return grafanaPanels.read(get, {} as Inventory)
}
const one = [{ uid: 'd', title: 'Platform' }]

test('queries of all panels are told, with the rows that Grafana gets for them', async () => {
  const body = '{"data":{"result":[{"metric":{},"value":[1795836488,"60"]}]}}'
  expect(await read(one, 200, body)).toEqual({
    items: [
      {
        dashboard: 'Platform',
        panel: 'Age',
        expression: 'parity_age',
        dataSource: 'p',
        rows: 1,
        newestAt: '2026-11-28T03:28:08.000Z',
      },
      { dashboard: 'Platform', panel: 'Up', expression: 'up{host="$host"}', dataSource: 'p' },
    ],
    complete: true,
  })
})

test('a refusal gives no rows, and an empty answer none', async () => {
  const rows = async (status: number, body?: string) =>
    (await read(one, status, body)).items.map((item) => item.rows)
  expect(await rows(404)).toEqual([undefined, undefined])
  expect(await rows(200, '{"data":{"result":[]}}')).toEqual([0, undefined])
})

test('an empty list is what a token without rights sees', async () => {
  expect((await read([])).complete).toBe(false)
})
