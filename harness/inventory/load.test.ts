import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { findLab } from './find.ts'
import { loadInventory } from './load.ts'
import { LAB, problemsOf, SMALL } from './spoil.ts'

test('the reference lab is read, with the digest of its bytes', async () => {
  const { inventory, digest, waivers } = await loadInventory(findLab('zero-trust'))
  expect(inventory.hosts.map(({ name }) => name)).toContain('vm102')
  expect(inventory.vantages[1]?.tcpPorts).toBe(inventory.vantages[0]?.tcpPorts)
  expect(digest).toBe(createHash('sha256').update(LAB).digest('hex'))
  expect(waivers).toEqual([])
})

test('the small lab has no problem, so what a test reports is what it spoilt', async () => {
  expect(await problemsOf({ 'lab.yaml': SMALL })).toEqual([])
})
