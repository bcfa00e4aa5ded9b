import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { autheliaPolicy } from './authelia-policy.ts'
import { inventory } from './text/stage.ts'

const deployed = [
  { host: 'proxy', path: '/etc/authelia/configuration.yml', source: 'authelia.yml' },
]
const lab = { ...inventory, iac: { deployed } } as unknown as Inventory
const reading = (yaml: string) =>
  autheliaPolicy.read({ list: async () => [], read: async () => yaml }, lab)

test('rules are read in their order', async () => {
  const yaml = `
access_control:
  default_policy: deny
  rules:
    - { domain: [a.example, b.example], policy: one_factor }
    - { domain: a.example, policy: bypass, networks: [internal] }
`
  expect(await reading(yaml)).toEqual({
    defaultPolicy: 'deny',
    rules: [
      { domains: ['a.example', 'b.example'], policy: 'one_factor', isNarrower: false },
      { domains: ['a.example'], policy: 'bypass', isNarrower: true },
    ],
  })
})

test('a configuration without access control is not understood', async () => {
  await expect(reading('server: {}\n')).rejects.toThrow()
})
