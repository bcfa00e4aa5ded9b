import { expect, test } from 'vitest'
import { query } from '../transports/prometheus.ts'
import { grafanaDashboards } from './grafana-dashboards.ts'
import { panel } from './panel.ts'
import { portainer } from './portainer.ts'
import { prowlarrIndexers } from './prowlarr-indexers.ts'
import { sonarrHealth } from './sonarr-health.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'
import { vmSeries } from './vm-series.ts'
import { wings } from './wings.ts'
import { wingsServers } from './wings-servers.ts'

const page = (...rows: readonly object[]) => ({
  data: rows.map((attributes) => ({ attributes })),
  meta: { pagination: { total: rows.length } },
})
const NODE = {
  id: 1,
  name: 'vm-games',
  fqdn: 'wings.local',
  memory: 20480,
  disk: 102400,
  memory_overallocate: 0,
  disk_overallocate: 0,
}

test('Portainer without environments may be a user without rights', async () => {
  const status = { '/api/system/status': { Version: '2.33.4' } }
  const rows = [{ Name: 'vm-media', URL: 'tcp://192.168.0.22:9001', Status: 1 }]
  expect(
    await portainer.read(answering({ ...status, '/api/endpoints': rows }), inventory),
  ).toMatchObject({ environments: { items: [{ name: 'vm-media', isUp: true }], complete: true } })
  expect(
    (await portainer.read(answering({ ...status, '/api/endpoints': [] }), inventory)).environments
      .complete,
  ).toBe(false)
})

test('complaints are kept without their words, and indexers with how long they rest', async () => {
  const answers = {
    '/api/v3/system/status': { version: '4.0.16' },
    '/api/v3/system/task': [{ name: 'Backup' }],
    '/api/v1/system/task': [{ name: 'Backup' }],
    '/api/v3/health': [{ type: 'error', source: 'RootFolderCheck', message: 'Missing: /shows' }],
    '/api/v1/indexer': [{ id: 1, name: 'a', enable: true }],
    '/api/v1/indexerstatus': [{ indexerId: 1, disabledTill: '2026-11-21T12:00:00Z' }],
  }
  expect(await sonarrHealth.read(answering(answers), inventory)).toEqual({
    version: '4.0.16',
    complaints: [{ type: 'error', source: 'RootFolderCheck' }],
  })
  expect(await prowlarrIndexers.read(answering(answers), inventory)).toEqual([
    { name: 'a', isEnabled: true, disabledUntil: '2026-11-21T12:00:00Z' },
  ])
})

test('a service that shows no task of its own hides its complaints as well', async () => {
  const answers = {
    '/api/v3/system/status': { version: '4.0.16' },
    '/api/v3/health': [],
    '/api/v3/system/task': [],
  }
  await expect(sonarrHealth.read(answering(answers), inventory)).rejects.toThrow('not whole')
})

test('the daemon and the panel each tell of their servers', async () => {
  const server = { uuid: 'u', name: 'smp', node: 1, limits: { memory: 8192, disk: 20480 } }
  const answers = {
    '/api/system': { version: '1.0.0', cpu_count: 8 },
    '/api/servers': [{ state: 'running', configuration: { uuid: 'u' } }],
    '/api/application/nodes?per_page=100': page(NODE),
    '/api/application/nodes/1/allocations?per_page=100': page(
      { ip: '0.0.0.0', port: 25565, assigned: true },
      { ip: '0.0.0.0', port: 25566, assigned: false },
    ),
    '/api/application/servers?per_page=100': page(server),
  }
  expect(await wingsServers.read(answering(answers), inventory)).toEqual({
    items: [{ uuid: 'u', state: 'running' }],
    complete: true,
  })
  expect((await wings.read(answering(answers), inventory)).processors).toBe(8)
  const read = await panel.read(answering(answers), inventory)
  expect(read.nodes.items[0]?.freeAllocations).toEqual({
    items: ['0.0.0.0:25566'],
    complete: true,
  })
  expect(read.servers.items[0]).toMatchObject({ uuid: 'u', memoryMiB: 8192 })
  const short = { ...page(server), meta: { pagination: { total: 2 } } }
  const fewer = { ...answers, '/api/application/servers?per_page=100': short }
  expect((await panel.read(answering(fewer), inventory)).servers.complete).toBe(false)
})

test('series are known by instance, with their age and movement', async () => {
  const sample = (value: string) => ({
    status: 'success',
    data: { resultType: 'vector', result: [{ metric: { instance: 'vm' }, value: [0, value] }] },
  })
  const get = Object.assign(async () => sample('7'), {
    raw: () => Promise.reject(new Error('nobody asks like this')),
  })
  expect(await vmSeries.read(get, inventory)).toMatchObject({
    newest: { processor: { vm: 7 } },
    moved: { network: { vm: 7 } },
    containers: { vm: 7 },
    oldest: 7,
  })
  expect(query('up')).toBe('/api/v1/query?query=up')
})

test('dashboards are known by their titles', async () => {
  const answers = { '/api/search?type=dash-db': [{ title: 'Machines' }] }
  expect(await grafanaDashboards.read(answering(answers), inventory)).toEqual({
    items: ['Machines'],
    complete: true,
  })
})
