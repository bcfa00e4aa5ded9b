import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { folderContents } from './folder-contents.ts'

const inventory = {
  zfs: {
    host: 'proxmox',
    pool: 'tank',
    paths: [
      { host: 'vm', path: '/srv/apps', dataset: 'tank/services/apps', by: 'virtiofs' },
      { host: 'vm', path: '/srv/games', dataset: 'tank/vm-1-disk-0', by: 'disk' },
    ],
  },
} as unknown as Inventory
const at = (name: string) => ({ name }) as Host
const parse = (name: string, ...lines: readonly string[]) =>
  folderContents.parse({ status: 0, stdout: lines.join('\n'), stderr: '' }, at(name), inventory)

test('a machine is asked for its folders, the host of the pool for the datasets they lead to', () => {
  expect(folderContents.where?.(at('vm'), inventory)).toBe(true)
  expect(folderContents.where?.(at('other'), inventory)).toBe(false)
  const command = folderContents.command as (host: Host, inventory: Inventory) => string
  expect(command(at('vm'), inventory)).toContain('for p in /srv/apps;')
  expect(command(at('proxmox'), inventory)).toContain('for p in /tank/services/apps;')
})

test('contents are marks, without any name', () => {
  expect(
    parse(
      'vm',
      'folder /srv/apps 47 /srv/apps',
      '128 d 1795221198.0000000000',
      '7 f 1.5',
      'looked',
    ),
  ).toEqual([
    {
      path: '/srv/apps',
      mountPoint: '/srv/apps',
      device: '0:47',
      marks: ['128 d 1795221198.0000000000', '7 f 1.5'],
    },
  ])
  expect(parse('vm', 'none /srv/apps', 'looked')).toEqual([])
})

test('a folder about which nothing is said, or in another form, is not understood', () => {
  expect(() => parse('vm', 'looked')).toThrow('nothing is said about /srv/apps')
  expect(() => parse('vm', 'folder /srv/apps 47 /')).toThrow('did not come to its end')
  expect(() => parse('vm', 'folder /srv/apps 47 /', 'photo.jpg', 'looked')).toThrow('another form')
})
