import { expect, test } from 'vitest'
import { clusterLatencies } from './cluster-latencies.ts'
import { inventory } from './text/stage.ts'

const vectorOf = (...samples: readonly [metric: object, value: string][]) => ({
  status: 'success',
  data: {
    resultType: 'vector',
    result: samples.map(([metric, value]) => ({ metric, value: [1_700_000_000, value] })),
  },
})
const read = (api: unknown) =>
  clusterLatencies.read(
    Object.assign(
      async (path: string) => {
        const asked = new URLSearchParams(path.split('?')[1]).get('query') ?? ''
        if (asked.includes('apiserver')) return api
        if (asked.includes('longhorn'))
          return vectorOf([{ volume: 'pvc-1' }, asked.includes('read') ? '2e6' : '12e6'])
        return vectorOf([{ source_node_name: 'w-1', node: 'w-1' }, '0.002'])
      },
      { raw: () => Promise.reject(new Error('nobody asks like this')) },
    ),
    inventory,
  )

test('nanoseconds of Longhorn become seconds', async () => {
  expect((await read(vectorOf([{}, '0.2']))).storage).toEqual([
    { volume: 'pvc-1', does: 'read', seconds: 0.002 },
    { volume: 'pvc-1', does: 'write', seconds: 0.012 },
  ])
})

test('nothing measured is an empty list, and NaN is no measurement', async () => {
  expect((await read(vectorOf())).apiListSeconds).toEqual([])
  await expect(read(vectorOf([{}, 'NaN']))).rejects.toThrow(
    expect.objectContaining({ reason: 'not understood' }),
  )
})
