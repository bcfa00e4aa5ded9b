import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import { lokiStatus } from './loki-status.ts'
import { inventory } from './text/stage.ts'

const config = 'limits_config:\n  retention_period: 744h\ncompactor:\n  retention_enabled: true\n'
const vector = (labels: object, value: string) => ({
  status: 'success',
  data: { resultType: 'vector', result: [{ metric: labels, value: [1764300000, value] }] },
})
const loki = (text: string): Get =>
  Object.assign(
    async (path: string) => {
      const asked = decodeURIComponent(path)
      if (asked.includes('buildinfo')) return { version: '3.5.5' }
      if (asked.includes('offset')) return vector({ job: 'a' }, '7')
      return asked.includes('container')
        ? vector({ container: 'web' }, '2')
        : vector({ host: 'pve' }, '9')
    },
    {
      raw: async (path: string) => ({
        status: 200,
        contentType: 'text/plain',
        text: path === '/config' ? text : 'ready',
      }),
    },
  )

test('what Loki keeps and of whom is read', async () => {
  expect(await lokiStatus.read(loki(config), inventory)).toEqual({
    isReady: true,
    version: '3.5.5',
    retention: '744h',
    deletes: true,
    hosts: { pve: 9 },
    hostsBesideShippers: { pve: 9 },
    containers: ['web'],
    linesThen: 7,
  })
})

test('a configuration without limits is not understood', async () => {
  await expect(lokiStatus.read(loki('server: {}\n'), inventory)).rejects.toThrow()
})
