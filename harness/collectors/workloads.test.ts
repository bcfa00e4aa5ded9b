import { expect, test } from 'vitest'
import { read } from './text/answer.ts'
import { workloads } from './workloads.ts'

const ROW = {
  id: '94c2',
  name: '/sonarr',
  image: 'registry.lab:5000/linuxserver/sonarr:4.0.14',
  status: 'running',
  running: true,
  startedAt: '2026-11-21T01:59:48.445309572Z',
  restartCount: 0,
  restartPolicy: 'unless-stopped',
  network: 'container:8027',
  networks: {},
  ports: {},
  memory: 536870912,
  project: 'media',
  service: 'sonarr',
  hash: 'c0ffee',
  files: '/opt/media/compose.yaml,/opt/media/override.yaml',
  kind: '',
  health: null,
}
const answer = (count: number, ...rows: readonly object[]) =>
  read(workloads, [...rows.map((row) => JSON.stringify(row)), `listed ${count}`, ''].join('\n'))

test('a container is read as part of its project', () => {
  expect(answer(1, ROW)).toEqual([
    {
      id: '94c2',
      name: 'sonarr',
      image: 'registry.lab:5000/linuxserver/sonarr',
      version: '4.0.14',
      project: 'media',
      service: 'sonarr',
      configHash: 'c0ffee',
      configFiles: ['/opt/media/compose.yaml', '/opt/media/override.yaml'],
      isGameServer: false,
      status: 'running',
      isRunning: true,
      startedAt: '2026-11-21T01:59:48.445309572Z',
      restartCount: 0,
      comesBack: true,
      networkMode: 'container:8027',
      networks: [],
      published: [],
      memoryBytes: 536870912,
    },
  ])
})

test('published ports, networks and health are kept, a container without a project has none', () => {
  const row = {
    ...ROW,
    project: '',
    service: '',
    hash: '',
    files: '',
    kind: 'server_process',
    image: 'redis',
    health: 'healthy',
    networks: { media_default: { IPAddress: '172.18.0.3' } },
    ports: { '8096/tcp': [{ HostIp: '0.0.0.0', HostPort: '8096' }], '1900/udp': null },
  }
  const [found] = answer(1, row)
  expect(found).toMatchObject({
    version: '',
    isGameServer: true,
    health: 'healthy',
    networks: ['media_default'],
    published: [{ address: '0.0.0.0', port: 8096, protocol: 'tcp' }],
  })
  expect(found).not.toHaveProperty('project')
})

test('a list that is shorter than the count of the engine is cut short', () => {
  expect(() => answer(2, ROW)).toThrow('counts 2 containers and showed 1')
  expect(() => read(workloads, JSON.stringify(ROW))).toThrow('has no end')
})

test('a member that is missing is not understood', () => {
  const { memory: _, ...row } = ROW
  expect(() => answer(1, row)).toThrow('memory is absent')
})
