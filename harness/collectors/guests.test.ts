import { expect, test } from 'vitest'
import { guests } from './guests.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const LIST = '/api2/json/cluster/resources?type=vm'
const RIGHTS = '/api2/json/access/permissions'
const row = { vmid: 103, name: 'cloud', type: 'lxc', node: 'pve', status: 'stopped', template: 1 }
const all = { data: { '/': { 'VM.Audit': 1 }, '/vms': { 'VM.Audit': 1 } } }
const declared = {
  ...inventory,
  guests: [{ vmid: 104, name: 'vault', type: 'lxc', autostart: true } as const],
}

test('stopped guests and templates are listed like any other', async () => {
  const get = answering({ [LIST]: { data: [row] }, [RIGHTS]: all })

  expect(await guests.read(get, inventory)).toEqual({
    items: [
      { vmid: 103, name: 'cloud', type: 'lxc', node: 'pve', status: 'stopped', isTemplate: true },
    ],
    complete: true,
  })
})

test('a short list of a weak token is not the whole list', async () => {
  for (const rights of [{}, { '/': { 'VM.Audit': 0 } }, { '/vms/103': { 'VM.Audit': 1 } }]) {
    const get = answering({ [LIST]: { data: [row] }, [RIGHTS]: { data: rights } })

    expect(await guests.read(get, inventory)).toMatchObject({ complete: false })
  }
})

test('a role below the root takes the place of the one that sees all', async () => {
  const right = { 'VM.Audit': 1 }
  for (const rights of [
    { '/': right },
    { '/': right, '/vms': { 'VM.Audit': 0 } },
    { '/': right, '/vms': right, '/vms/107': { 'VM.Console': 1 } },
  ]) {
    const get = answering({ [LIST]: { data: [row] }, [RIGHTS]: { data: rights } })

    expect(await guests.read(get, inventory)).toMatchObject({ complete: false })
  }
})

test('a declared guest that is hidden is not missing, one that would be seen is', async () => {
  const asked = (rights: unknown) =>
    answering({
      [LIST]: { data: [row] },
      [RIGHTS]: all,
      [`${RIGHTS}?path=/vms/104`]: { data: rights },
    })

  expect(await guests.read(asked({}), declared)).toMatchObject({
    complete: false,
    because: expect.stringContaining('vault (104)'),
  })
  expect(await guests.read(asked({ '/vms/104': { 'VM.Audit': 1 } }), declared)).toMatchObject({
    complete: true,
  })
})

test('an answer of another shape is refused', async () => {
  for (const body of [{}, { data: null }, { data: [{ vmid: 1, type: 'pod' }] }]) {
    const get = answering({ [LIST]: body, [RIGHTS]: all })

    await expect(guests.read(get, inventory)).rejects.toMatchObject({ reason: 'not understood' })
  }
})
