import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { repositoryHooks } from './repository-hooks.ts'
import { answering } from './text/answers.ts'

const inventory = { tofu: { forge: 'eva/lab' } } as unknown as Inventory
const read = (hooks: readonly object[], name = 'eva/lab') =>
  repositoryHooks.read(
    answering({
      '/api/v1/repos/eva/lab': { full_name: name },
      '/api/v1/repos/eva/lab/hooks': hooks,
    }),
    inventory,
  )
const hook = {
  active: true,
  config: { url: 'https://argocd.test/api/webhook?token=hunter2' },
  events: ['push'],
}

test('what stands behind a question mark is not kept', async () => {
  expect(await read([hook])).toEqual({
    items: [{ url: 'https://argocd.test/api/webhook', isActive: true, events: ['push'] }],
    complete: true,
  })
})

test('no webhook at all may be one that we are not shown', async () => {
  expect(await read([])).toMatchObject({ complete: false })
  await expect(read([hook], 'eva/other')).rejects.toThrow('another repository')
})
