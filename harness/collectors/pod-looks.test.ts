import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import type { ProbeAnswer } from '../model/probe.ts'
import { podLooks } from './pod-looks.ts'

const inventory = {
  kubernetes: { lookout: { url: 'https://probe.test/', namespace: 'probe', open: [] } },
} as unknown as Inventory
const page = {
  takenAt: '2026-01-02T03:04:05Z',
  from: { namespace: 'probe', pod: 'probe-0' },
  looks: [{ to: 'shop/web:80', result: 'timed out' }],
  names: [{ name: 'kubernetes.default', addresses: ['10.96.0.1'] }],
}
const read = (body: object, more: object = {}) =>
  podLooks.parse(
    {
      http: [
        {
          id: 'pod-looks',
          status: 200,
          tookMs: 1,
          certificate: { valid: true },
          body: JSON.stringify({ ...page, ...body }),
          ...more,
        },
      ],
    } as unknown as ProbeAnswer,
    {} as never,
    inventory,
  )

test('what a pod saw is read', () => {
  const { from: _, ...seen } = page
  expect(read({})).toEqual(seen)
})

test.each([
  [{ from: { namespace: 'other' } }, {}, 'another namespace'],
  [{ looks: [{ to: 'shop/web:80', result: 'perhaps' }] }, {}, 'no known result'],
  [{ looks: undefined }, {}, 'not a list'],
  [{}, { status: 503 }, 'answered 503'],
  [{}, { status: undefined, error: 'ECONNREFUSED' }, 'ECONNREFUSED'],
  [{}, { certificate: { valid: false } }, 'certificate'],
])('%j %j is no look', (body, more, why) => {
  expect(() => read(body, more)).toThrow(why)
})
