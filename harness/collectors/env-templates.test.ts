import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { envTemplates } from './env-templates.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, iac: {} } as unknown as Inventory

test('keys are read, and which of them have a value', async () => {
  const documents = {
    list: async () => ['web/.env.example', 'docs/environment.md', 'prod.env'],
    read: async (path: string) =>
      path === 'prod.env' ? 'A=\nPASSWORD=hunter2\n' : '# none\nA=\nB=changeme\n',
  }
  expect(await envTemplates.read(documents, lab)).toEqual([
    { path: 'web/.env.example', keys: ['A', 'B'], filled: [] },
    { path: 'prod.env', keys: ['A', 'PASSWORD'], filled: ['PASSWORD'] },
  ])
})
