import { expect, test } from 'vitest'
import { tailnetDevices } from './tailnet-devices.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const own = {
  nodeId: 'n1',
  name: 'vm100.tail1.ts.net',
  addresses: ['100.64.0.100'],
  user: 'ana@x.net',
  tags: ['tag:compute'],
  authorized: true,
  isExternal: false,
  keyExpiryDisabled: true,
  expires: '2026-12-01T00:00:00Z',
  connectedToControl: true,
  updateAvailable: false,
  advertisedRoutes: ['10.0.0.0/8'],
  enabledRoutes: [],
  tailnetLockError: '',
}
/** A device of another tailnet, as Tailscale lists it: without what is none of our business. */
const guest = {
  nodeId: 'n2',
  name: 'vm100.tail2.ts.net',
  addresses: ['100.64.0.7'],
  user: 'eve@y.net',
  authorized: true,
  isExternal: true,
  keyExpiryDisabled: false,
  expires: '0001-01-01T00:00:00Z',
  lastSeen: '2026-11-20T00:00:00Z',
}
const declared = {
  ...inventory,
  tailnet: { name: 'tail1.ts.net', devices: [{ name: 'vm100' }], routes: {}, ssh: [], flows: [] },
}
const read = (...devices: readonly object[]) =>
  tailnetDevices.read(answering({ '/api/v2/tailnet/-/devices?fields=all': { devices } }), declared)

test('a connected server has no last time, and a key that never ends', async () => {
  expect(await read(own)).toEqual({
    items: [
      {
        id: 'n1',
        name: 'vm100',
        addresses: ['100.64.0.100'],
        user: 'ana@x.net',
        tags: ['tag:compute'],
        isAuthorized: true,
        isExternal: false,
        own: { hasUpdate: false, advertisedRoutes: ['10.0.0.0/8'], enabledRoutes: [] },
      },
    ],
    complete: true,
  })
})

test('a device of another tailnet keeps its whole name: it cannot pass for one of ours', async () => {
  const { items } = await read(own, guest)

  expect(items[1]).toMatchObject({ name: 'vm100.tail2.ts.net', isExternal: true, tags: [] })
  expect(items[1]).not.toHaveProperty('own')
  expect(items[1]).not.toHaveProperty('expiresAt')
})

test('a list without any declared device may be of another tailnet', async () => {
  expect(await read(guest)).toMatchObject({ complete: false })
  expect(await read()).toMatchObject({ complete: false, items: [] })
})

test.each([
  ['enabledRoutes', undefined, 'enabledRoutes of device vm100 is absent'],
  ['updateAvailable', undefined, 'updateAvailable of device vm100 is absent'],
  ['authorized', null, 'authorized of device vm100 is null'],
  ['isExternal', undefined, 'isExternal of device vm100.tail1.ts.net is absent'],
  ['connectedToControl', false, 'is not connected, and no lastSeen is told'],
])('a device of ours is not understood with %s %s', async (member, value, because) => {
  await expect(read({ ...own, [member]: value })).rejects.toThrow(because)
})
