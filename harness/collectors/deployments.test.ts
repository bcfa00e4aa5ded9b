import { expect, test } from 'vitest'
import { deployments } from './deployments.ts'
import { read } from './text/answer.ts'

const row = {
  name: '/web',
  running: true,
  image: 'web:1',
  imageId: 'sha256:1',
  size: 12,
  ports: { '443/tcp': [{ HostIp: '0.0.0.0', HostPort: '8443' }], '80/tcp': null },
  networks: ['web_default', null],
  project: 'web',
  service: 'web',
  files: '/opt/web/compose.yaml',
  hash: 'abc',
  oneoff: 'False',
  pod: '',
}
const image = { id: 'sha256:1', created: '2026-01-01T00:00:00Z', digests: null, volumes: null }
const said = (container: object) =>
  `container ${JSON.stringify(container)}\nimage ${JSON.stringify(image)}\nlisted\n`

test('a container knows what made it, and where it answers', () => {
  const { containers, images } = read(deployments, said(row))
  expect(containers).toEqual([
    {
      container: 'web',
      isRunning: true,
      image: 'web:1',
      imageId: 'sha256:1',
      compose: {
        project: 'web',
        service: 'web',
        files: ['/opt/web/compose.yaml'],
        hash: 'abc',
        isOneOff: false,
      },
      ports: [{ address: '0.0.0.0', port: 8443, containerPort: 443 }],
      networks: ['web_default'],
      writtenBytes: 12,
    },
  ])
  expect(images).toEqual([
    { id: 'sha256:1', createdAt: '2026-01-01T00:00:00Z', digests: [], volumes: [] },
  ])
})

test('a container that nobody composed says so', () => {
  expect(read(deployments, said({ ...row, project: '' })).containers[0]?.compose).toBeUndefined()
})

test.each([
  ['an answer without an end', said(row).replace('listed\n', '')],
  ['another line', `docker: warning\nlisted\n`],
  ['a container without networks', said({ ...row, networks: undefined })],
])('%s is not understood', (_, stdout) => {
  expect(() => read(deployments, stdout)).toThrow()
})
