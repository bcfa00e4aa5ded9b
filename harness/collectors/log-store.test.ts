import { expect, test } from 'vitest'
import { logStore } from './log-store.ts'
import { inventory } from './text/stage.ts'

const read = (
  config: string,
  ready: readonly [number, string] = [200, 'ready\n'],
  status = 200,
) => {
  const raw = async (path: string) =>
    path === '/ready'
      ? { status: ready[0], contentType: 'text/plain', text: ready[1] }
      : { status, contentType: 'text/plain', text: config }
  const get = async () => ({ status: 'success', data: { result: [{ value: [1, '42'] }] } })
  return logStore.read(Object.assign(get, { raw }), inventory)
}
const config = (limits: string, more = '') => `limits_config: ${limits}\n${more}`

test('the shortest time counts, and of the rest nothing is kept', async () => {
  const found = await read(
    config(
      '{ retention_period: 12w6d, retention_stream: [{ selector: x, period: 24h0m0s }] }',
      'compactor: { retention_enabled: true }\nstorage: { key: hunter2 }',
    ),
  )
  expect(found).toEqual({
    ready: { status: 200, isReady: true },
    lately: 42,
    keptSeconds: 86_400,
    deletes: true,
  })
})

test('no time is a century, and not ready is not ready', async () => {
  expect(await read(config('{}'), [503, 'Ingester not ready'])).toMatchObject({
    ready: { status: 503, isReady: false },
    keptSeconds: 3_155_760_000,
    deletes: false,
  })
})

test.each([
  ['retention_period: 1 year', 200, 'a time'],
  ['', 403, '403'],
])('%s %d is not understood', async (limits, status, why) => {
  await expect(read(config(`{ ${limits} }`), [200, 'ready'], status)).rejects.toThrow(why)
})
