import { expect, test } from 'vitest'
import type { Inventory, Vantage } from '../model/inventory.ts'
import type { ProbeAnswer } from '../model/probe.ts'
import { funnelNames } from './funnel-names.ts'
import { inventory } from './text/stage.ts'

const lab: Inventory = {
  ...inventory,
  tailnet: { name: 'tail1.ts.net', devices: [{ name: 'laptop' }], routes: {}, ssh: [], flows: [] },
}
const internet = { name: 'internet' } as Vantage
const look = (name: string, values: readonly string[], error?: string) =>
  ['A', 'AAAA'].map((type) => ({ name, type, values, ...(error ? { error } : {}) }))
const read = (...dns: readonly ProbeAnswer['dns'][number][]) =>
  funnelNames.parse({ from: [], tcp: [], udp: [], http: [], ssh: [], dns }, internet, lab)
const known = look('controlplane.tailscale.com', ['192.200.0.112'])

test('a name that a public resolver does not know is not published', () => {
  expect(read(...known, ...look('laptop.tail1.ts.net', []))).toEqual({
    items: [{ device: 'laptop', name: 'laptop.tail1.ts.net', addresses: [] }],
    complete: true,
  })
})

test('a name that leads to a relay is', () => {
  const { items } = read(...known, ...look('laptop.tail1.ts.net', ['199.38.181.103']))

  expect(items[0]?.addresses).toContain('199.38.181.103')
})

test.each([
  [look('laptop.tail1.ts.net', []), 'does not even know controlplane.tailscale.com'],
  [[...known, ...look('laptop.tail1.ts.net', ['100.64.0.51'])], 'it is not a public one'],
  [[...known, ...look('laptop.tail1.ts.net', [], 'ETIMEOUT')], 'nothing is known about laptop'],
  [known, 'nothing is known about laptop'],
])('absence is not believed when %#', (dns, because) => {
  const seen = read(...dns)

  expect(seen.complete).toBe(false)
  expect(seen.because).toContain(because)
})

test('other vantages are asked for no such names', () => {
  expect(funnelNames.ask({ name: 'tailnet' } as Vantage, lab)).toBeUndefined()
  expect(funnelNames.ask(internet, inventory)).toBeUndefined()
})
