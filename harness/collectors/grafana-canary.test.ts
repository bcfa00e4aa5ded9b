import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { grafanaCanary } from './grafana-canary.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

test('every Prometheus of Grafana is asked for the number', async () => {
  const lab = { ...inventory, segments: {} } as unknown as Inventory
  const get = answering({
    '/api/datasources': [
      { type: 'prometheus', uid: 'p' },
      { type: 'loki', uid: 'l' },
    ],
    '/api/datasources/proxy/uid/p/api/v1/query?query=plumbline_canary': {
      status: 'success',
      data: { resultType: 'vector', result: [{ metric: {}, value: [1764300000, '48213'] }] },
    },
  })
  expect(await grafanaCanary.read(get, lab)).toEqual([{ dataSource: 'p', values: [48213] }])
})
