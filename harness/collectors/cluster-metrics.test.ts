import { expect, test } from 'vitest'
import { clusterMetrics } from './cluster-metrics.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const said = (labels: object, value: string) => ({
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: labels, value: [1764300000, value] }] },
})

test('each server and each node has a number of its own', async () => {
  const found = await clusterMetrics.read(
    answering({
      '/api/v1/query?query=sum+by+%28instance%29+%28rate%28apiserver_request_total%5B5m%5D%29%29':
        said({ instance: '10.0.0.1:6443' }, '21.4'),
      '/api/v1/query?query=sum+by+%28source_node_name%29+%28cilium_node_health_connectivity_status%7Bstatus%21%3D%22reachable%22%7D%29':
        said({ source_node_name: 'w1' }, '0'),
    }),
    inventory,
  )
  expect(found).toEqual({
    requests: [{ server: '10.0.0.1:6443', perSecond: 21.4 }],
    unreachable: [{ node: 'w1', others: 0 }],
  })
})
