import { expect, test } from 'vitest'
import type { Get } from '../model/collector.ts'
import { asGet } from './https-answer.ts'
import { permissions, proxmox } from './proxmox.ts'

/** An API that answers these paths, and remembers what it was asked. */
function api(answers: Record<string, unknown>): { get: Get; seen: string[] } {
  const seen: string[] = []
  const get = asGet('proxmox API', async (path) => {
    seen.push(path)
    const status = path in answers ? 200 : 501
    return { status, contentType: 'application/json', text: JSON.stringify(answers[path] ?? {}) }
  })
  return { get, seen }
}

test('a typed path is one GET, and its answer comes unwrapped', async () => {
  const lxc = [{ vmid: 101, status: 'running' }]
  const { get, seen } = api({ '/api2/json/nodes/pve1/lxc': { data: lxc } })

  expect(await proxmox(get).nodes.$('pve1').lxc.$get()).toEqual(lxc)
  expect(seen).toEqual(['/api2/json/nodes/pve1/lxc'])
})

test('parameters are a query, and names are escaped', async () => {
  const { get, seen } = api({})
  const pve = proxmox(get)
  await pve.nodes
    .$('pve1')
    .qemu.$get({ full: true })
    .catch(() => undefined)
  await pve.nodes
    .$('pve1')
    .storage.$('a/b')
    .content.$get({ content: 'backup' })
    .catch(() => undefined)

  expect(seen).toEqual([
    '/api2/json/nodes/pve1/qemu?full=1',
    '/api2/json/nodes/pve1/storage/a%2Fb/content?content=backup',
  ])
})

test('null is an answer, no data is none', async () => {
  const { get } = api({ '/api2/json/version': { data: null }, '/api2/json/nodes': { success: 1 } })

  expect(await proxmox(get).version.$get()).toBeNull()
  await expect(proxmox(get).nodes.$get()).rejects.toMatchObject({ reason: 'not understood' })
})

test('nothing but a GET is ever sent', async () => {
  const { get, seen } = api({})
  const node = proxmox(get).nodes.$('pve1')

  await expect(node.lxc.$(101).status.shutdown.$post()).rejects.toMatchObject({
    reason: 'not asked',
  })
  await expect(node.lxc.$(101).$delete()).rejects.toMatchObject({ reason: 'not asked' })
  await expect(node.qemu.$(100).config.$put({})).rejects.toMatchObject({ reason: 'not asked' })
  expect(seen).toEqual([])
})

test.each(['..', 'a?b', 'a#b', 'a b'])('the name %j is never sent', async (name) => {
  const { get, seen } = api({})

  await expect(proxmox(get).nodes.$(name).lxc.$get()).rejects.toMatchObject({ reason: 'not asked' })
  expect(seen).toEqual([])
})

test('permissions are privileges by path', async () => {
  const data = { '/': { 'VM.Audit': 1, 'Sys.Audit': 0 }, '/vms': {} }
  const { get } = api({ '/api2/json/access/permissions': { data } })

  expect(await permissions(get)).toEqual(
    new Map([
      ['/', new Set(['VM.Audit', 'Sys.Audit'])],
      ['/vms', new Set()],
    ]),
  )
})

test.each([
  ['a list', { data: [] }],
  ['nothing', { data: null }],
  ['a privilege that is neither yes nor no', { data: { '/': { 'VM.Audit': 'maybe' } } }],
])('permissions that are %s are not understood', async (_, answer) => {
  const { get } = api({ '/api2/json/access/permissions': answer })

  await expect(permissions(get)).rejects.toMatchObject({ reason: 'not understood' })
})
