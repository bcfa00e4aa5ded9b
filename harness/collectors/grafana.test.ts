import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { grafana } from './grafana.ts'

const source = {
  uid: 'p',
  name: 'P',
  type: 'prometheus',
  url: 'http://10.0.0.1:9090',
  isDefault: true,
}
const read = (sources: unknown, status: number, body: string) => {
  const get: Get = Object.assign(
    async (path: string) =>
      path === '/api/health' ? { version: '11.6.0', database: 'ok' } : sources,
    { raw: async () => ({ status, contentType: 'application/json', text: body }) },
  )
  return grafana.read(get, {} as Inventory)
}

test('a sick data source is told with status 400', async () => {
  const { dataSources } = await read([source], 400, '{"status":"ERROR","message":"refused"}')
  expect(dataSources.items.map(({ health }) => health)).toEqual(['ERROR'])
})

test('an empty list is what a token without rights sees', async () => {
  const { dataSources } = await read([], 200, '{}')
  expect(dataSources.complete).toBe(false)
})

test('a refusal says nothing about the data source', async () => {
  await expect(read([source], 403, '{}')).rejects.toThrow('datasources:query')
  await expect(read([source], 404, '{}')).rejects.toThrow('404')
})
