import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import { kubeRefusal } from './kube-refusal.ts'
import { inventory } from './text/stage.ts'

const read = (status: number, text: string) =>
  kubeRefusal.read(
    Object.assign(() => Promise.reject(new Error('nobody asks like this')), {
      raw: async () => ({ status, contentType: 'application/json', text }),
    }) as Get,
    inventory,
  )

test('a refusal has a reason, an answer has none', async () => {
  expect(await read(403, '{"kind":"Status","reason":"Forbidden"}')).toMatchObject({
    status: 403,
    reason: 'Forbidden',
  })
  expect(await read(200, '{"items":[]}')).not.toHaveProperty('reason')
  await expect(read(502, '<html>')).rejects.toThrow('not JSON')
})
