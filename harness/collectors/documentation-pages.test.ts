import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { documentationPages } from './documentation-pages.ts'
import { inventory } from './text/stage.ts'

test('a page has its words and the addresses it names, networks not', async () => {
  const lab = { ...inventory, iac: {} } as unknown as Inventory
  const documents = {
    list: async () => ['docs/web.md', 'web/compose.yaml'],
    read: async () => 'Web-UI at 10.0.0.5, in 10.0.0.0/24.\n',
  }
  expect(await documentationPages.read(documents, lab)).toEqual([
    {
      path: 'docs/web.md',
      bytes: 36,
      words: ['web-ui', 'at', '10', '0', '5', 'in', '24'],
      addresses: ['10.0.0.5'],
    },
  ])
})
