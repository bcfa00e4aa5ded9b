import { expect, test } from 'vitest'
import { dirMappings } from './dir-mappings.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const read = (...map: readonly unknown[]) =>
  dirMappings.read(
    answering({ '/api2/json/cluster/mapping/dir': { data: [{ id: 'services-apps', map }] } }),
    inventory,
  )

test('a mapping has a folder on each node', async () => {
  expect(await read('node=pve,path=/tank/services/apps')).toEqual([
    { id: 'services-apps', paths: { pve: '/tank/services/apps' } },
  ])
})

test('an entry without a folder is not understood', async () => {
  await expect(read('node=pve')).rejects.toThrow('path of services-apps')
  await expect(read(7)).rejects.toThrow()
})
