import { expect, test } from 'vitest'
import type { Documents } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { documentSet } from './document-set.ts'

const inventory = { profiles: ['zero-trust'] } as unknown as Inventory
const of = (texts: Readonly<Record<string, string>>): Documents => ({
  list: async () => Object.keys(texts),
  read: async (path) => texts[path] ?? '',
})

test('pages below docs are told with their size and where their links lead', async () => {
  const texts = {
    'docs/a.md': '# A\n\n## Part\n\nSee [b](b.md#part), [gone](c.md) and [b](b.md#other).\n',
    'docs/b.md': '# B\n\n## Part\n',
    'README.md': 'not part of it',
    'docs/data.json': '{}',
  }
  const [a, b, ...more] = await documentSet.read(of(texts), inventory)
  expect(more).toEqual([])
  expect(a?.links.map(({ target, exists, hasAnchor }) => [target, exists, hasAnchor])).toEqual([
    ['b.md#part', true, true],
    ['c.md', false, true],
    ['b.md#other', true, false],
  ])
  expect(b).toMatchObject({ path: 'docs/b.md', bytes: 13, proseBytes: 0 })
})

test('a lab without that document is not asked', async () => {
  const other = { profiles: ['layered'] } as unknown as Inventory
  await expect(documentSet.read(of({}), other)).rejects.toThrow('names no set of pages')
})
