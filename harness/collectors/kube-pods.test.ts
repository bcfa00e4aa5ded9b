import { expect, test } from 'vitest'
import { apiServerFlags } from './api-server-flags.ts'
import { kubePods } from './kube-pods.ts'
import { listing, meta } from './kubernetes/listing.ts'
import { inventory } from './text/stage.ts'

const apiServer = {
  metadata: meta('kube-apiserver-cp1', 'kube-system', {
    labels: { 'k8s-app': 'kube-apiserver' },
    annotations: { 'kubernetes.io/config.source': 'file', other: 'hunter2' },
  }),
  spec: {
    nodeName: 'cp1',
    hostNetwork: true,
    containers: [
      {
        name: 'kube-apiserver',
        image: 'registry.k8s.io/kube-apiserver:v1.34.2',
        command: ['/usr/local/bin/kube-apiserver'],
        args: ['--audit-log-maxage=30', '--anonymous-auth=false', '--profiling'],
      },
    ],
  },
  status: { phase: 'Running', startTime: '2026-01-02T03:04:05Z' },
}
const read = (...pods: readonly object[]) =>
  kubePods.read(listing({ '/api/v1/pods': ['PodList', apiServer, ...pods] }), inventory)
const pod = (spec: object, status: object = {}) => ({
  metadata: meta('web-0', 'shop', { ownerReferences: [{ kind: 'ReplicaSet', name: 'web' }] }),
  spec: { containers: [{ name: 'web', image: 'web:1' }], ...spec },
  status: { phase: 'Running', ...status },
})
const only = async (spec: object, status?: object) => (await read(pod(spec, status))).items[1]

test('a pod that says little has what Kubernetes gives it', async () => {
  expect(await only({})).toMatchObject({
    namespace: 'shop',
    owner: 'ReplicaSet/web',
    serviceAccount: 'default',
    hostNetwork: false,
    graceSeconds: 30,
    containers: [{ security: { isPrivileged: false, capDrop: [] }, limits: {} }],
  })
})

test('values of variables and arguments are not kept', async () => {
  const found = await only({
    containers: [
      {
        name: 'web',
        image: 'web:1',
        command: ['/bin/sh', '-c', 'curl -H hunter2'],
        args: ['--password=hunter2', 'hunter2', '--debug'],
        env: [
          { name: 'TOKEN', value: 'hunter2' },
          { name: 'KEY', valueFrom: { secretKeyRef: { name: 'web', key: 'hunter2' } } },
          { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
        ],
        envFrom: [{ secretRef: { name: 'all' } }],
      },
    ],
  })

  expect(JSON.stringify(found)).not.toContain('hunter2')
  expect(found?.containers[0]).toMatchObject({
    program: ['/bin/sh', '-c', '--password', '--debug'],
    exposes: ['password'],
    env: [
      { name: 'TOKEN', from: 'value' },
      { name: 'KEY', from: 'secret', ref: 'web' },
      { name: 'IP', from: 'other' },
    ],
    envFrom: [{ from: 'secret', ref: 'all' }],
  })
})

test('a secret in plain sight is told by the name of its option, and by its shape', async () => {
  const exposes = async (...args: readonly string[]) =>
    (await only({ containers: [{ name: 'web', image: 'web:1', args }] }))?.containers[0]?.exposes
  expect(await exposes('--requirepass', 'x', 'redis://:x@db')).toEqual(['requirepass', '(a word)'])
  expect(await exposes('--token=$(TOKEN)', '--token=/run/token', '--secret', '--debug')).toEqual([])
})

test('a volume of several sources names its Secrets', async () => {
  const sources = [{ serviceAccountToken: { path: 'token' } }, { secret: { name: 'by-hand' } }]
  const found = await only({ volumes: [{ name: 'all', projected: { sources } }] })
  expect(found?.volumes).toEqual([
    { name: 'all', kind: 'projected', holdsToken: true, secrets: ['by-hand'] },
  ])
})

test('what reaches the node is seen: its namespaces, files, ports and rights', async () => {
  const found = await only({
    hostPID: true,
    volumes: [
      { name: 'root', hostPath: { path: '/' } },
      { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
      { name: 'tmp', emptyDir: {} },
    ],
    initContainers: [{ name: 'init', image: 'i:1', securityContext: { privileged: true } }],
    containers: [
      {
        name: 'web',
        image: 'web:1',
        ports: [
          { containerPort: 80, hostPort: 80 },
          { containerPort: 81, hostPort: 0 },
        ],
      },
    ],
  })

  expect(found).toMatchObject({
    hostPid: true,
    volumes: [
      { kind: 'hostPath', ref: '/' },
      { kind: 'persistentVolumeClaim', ref: 'data' },
      { kind: 'emptyDir' },
    ],
    containers: [
      { kind: 'init', security: { isPrivileged: true } },
      { kind: 'main', ports: [{ port: 80, hostPort: 80 }, { port: 81 }] },
    ],
  })
  expect(found?.containers[1]?.ports[1]).not.toHaveProperty('hostPort')
})

test('a token to log in with is seen in whatever volume it lies', async () => {
  const volumeWith = (token: object) =>
    only({ volumes: [{ name: 'any', projected: { sources: [{ serviceAccountToken: token }] } }] })

  expect((await volumeWith({ path: 'token' }))?.volumes).toMatchObject([{ holdsToken: true }])
  const [other] = (await volumeWith({ path: 'token', audience: 'vault' }))?.volumes ?? []
  expect(other).not.toHaveProperty('holdsToken')
})

test('how a container fares is read from its state', async () => {
  const found = await only(
    {},
    {
      containerStatuses: [
        {
          name: 'web',
          ready: false,
          restartCount: 9,
          state: { waiting: { reason: 'CrashLoopBackOff' } },
          lastState: { terminated: { reason: 'Error', finishedAt: '2026-01-02T04:00:00Z' } },
        },
      ],
    },
  )
  expect(found?.statuses).toEqual([
    {
      name: 'web',
      isReady: false,
      restarts: 9,
      imageId: '',
      state: 'waiting',
      reason: 'CrashLoopBackOff',
      lastEndedAt: '2026-01-02T04:00:00Z',
      lastReason: 'Error',
    },
  ])
})

test('a list without the API server’s own pod is not the whole one', async () => {
  const partial = await kubePods.read(listing({ '/api/v1/pods': ['PodList', pod({})] }), inventory)
  expect(partial.complete).toBe(false)
})

test('flags of the API server are kept with their values, of no other pod', async () => {
  const { items } = await apiServerFlags.read(
    listing({ '/api/v1/pods': ['PodList', apiServer, pod({})] }),
    inventory,
  )
  expect(items).toEqual([
    {
      pod: 'kube-apiserver-cp1',
      node: 'cp1',
      startedAt: '2026-01-02T03:04:05Z',
      flags: { 'audit-log-maxage': '30', 'anonymous-auth': 'false', profiling: 'true' },
    },
  ])
})
