import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { inventory } from './text/stage.ts'
import { trackedFiles } from './tracked-files.ts'

const lab = { ...inventory, iac: {} } as unknown as Inventory
const holding = (files: Readonly<Record<string, string>>) => ({
  list: async () => Object.keys(files),
  read: async (path: string) => files[path] ?? '',
})

test('a file has the digest that sha256sum prints', async () => {
  expect(await trackedFiles.read(holding({ a: 'hello\n' }), lab)).toEqual([
    {
      path: 'a',
      bytes: 6,
      sha256: '5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03',
    },
  ])
})

test('an empty repository, and a lab that is not made of one, say nothing', async () => {
  await expect(trackedFiles.read(holding({}), lab)).rejects.toThrow()
  await expect(trackedFiles.read(holding({ a: '' }), inventory)).rejects.toThrow()
})
