import { expect, test } from 'vitest'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { traces } from './traces.ts'

const search = '/api/search?q=%7B+%7D&limit=20'
const batch = (name: string) => ({
  resource: { attributes: [{ key: 'service.name', value: { stringValue: name } }] },
})

test('a trace has the services of its spans', async () => {
  const get = answering({
    [search]: { traces: [{ traceID: 'a1', startTimeUnixNano: '1764300000000000000' }] },
    '/api/traces/a1': { batches: [batch('nginx'), batch('homepage'), batch('nginx')] },
  })
  expect(await traces.read(get, inventory)).toEqual([
    { id: 'a1', at: new Date(1764300000 * 1000).toISOString(), services: ['nginx', 'homepage'] },
  ])
})

test('a store that shows no trace at all is not believed', async () => {
  await expect(traces.read(answering({ [search]: { traces: [] } }), inventory)).rejects.toThrow(
    'no trace at all',
  )
})
