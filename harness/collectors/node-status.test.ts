import { expect, test } from 'vitest'
import { nodeStatus } from './node-status.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const nodes = { '/api2/json/nodes': { data: [{ node: 'pve' }] } }
const status = {
  cpuinfo: { cpus: 8 },
  memory: { total: 100, used: 40 },
  rootfs: { total: 50, avail: 20 },
}

test('a node tells what it has', async () => {
  const get = answering({ ...nodes, '/api2/json/nodes/pve/status': { data: status } })
  expect(await nodeStatus.read(get, inventory)).toEqual([
    {
      node: 'pve',
      threads: 8,
      memoryBytes: 100,
      memoryUsedBytes: 40,
      rootBytes: 50,
      rootAvailableBytes: 20,
    },
  ])
})

test('a node that is offline leaves nothing to say', async () => {
  await expect(nodeStatus.read(answering(nodes), inventory)).rejects.toThrow()
})
