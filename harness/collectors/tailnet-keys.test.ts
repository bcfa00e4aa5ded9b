import { expect, test } from 'vitest'
import { tailnetKeys } from './tailnet-keys.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const create = { reusable: true, ephemeral: false, preauthorized: true, tags: ['tag:ci'] }
const key = {
  id: 'k1',
  keyType: 'auth',
  created: '2026-11-01T00:00:00Z',
  expires: '2026-12-01T00:00:00Z',
  revoked: '0001-01-01T00:00:00Z',
  invalid: false,
  capabilities: { devices: { create } },
}
const read = (...keys: readonly { id: string }[]) =>
  tailnetKeys.read(
    answering({
      '/api/v2/tailnet/-/keys?all=true': { keys: keys.map(({ id }) => ({ id })) },
      ...Object.fromEntries(keys.map((one) => [`/api/v2/tailnet/-/keys/${one.id}`, one])),
    }),
    inventory,
  )

test('a key that adds devices says how many, and with what', async () => {
  expect(await read(key)).toEqual({
    items: [
      {
        id: 'k1',
        type: 'auth',
        createdAt: '2026-11-01T00:00:00Z',
        expiresAt: '2026-12-01T00:00:00Z',
        isValid: true,
        adds: { isReusable: true, isEphemeral: false, isPreauthorized: true, tags: ['tag:ci'] },
      },
    ],
    complete: true,
  })
})

test('a client of the API adds nothing and never expires', async () => {
  const client = { id: 'k2', keyType: 'client', created: '2026-11-01T00:00:00Z', scopes: ['all'] }

  expect((await read(client)).items).toEqual([
    { id: 'k2', type: 'client', createdAt: '2026-11-01T00:00:00Z', isValid: true },
  ])
})

test('a key that was revoked or used up is not valid', async () => {
  const ended = [
    { ...key, invalid: true },
    { ...key, id: 'k3', revoked: '2026-11-02T00:00:00Z' },
  ]

  expect((await read(...ended)).items.map(({ isValid }) => isValid)).toEqual([false, false])
})

test('without any key the list is not whole: ours is one of them', async () => {
  expect(await read()).toMatchObject({ complete: false })
})

test('of a key without a type everything is demanded that a key for devices has', async () => {
  const { keyType: _, capabilities: __, ...bare } = key

  await expect(read(bare)).rejects.toThrow('capabilities of k1 is absent')
})
