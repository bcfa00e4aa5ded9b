import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { talosFolders } from './talos-folders.ts'
import { host } from './text/stage.ts'

const inventory = {
  talos: {
    host: 'ops',
    config: '/c',
    nodes: [{ name: 'cp', address: '10.0.0.1', role: 'controlplane' }],
  },
} as unknown as Inventory
const read = (stdout: string) =>
  talosFolders.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('what a folder holds is told from a folder that is not there', () => {
  expect(
    read('node cp\nhas /usr/bin\nlacks /boot\nhas /etc/cni/net.d 05-cilium.conflist\nended\n'),
  ).toEqual({
    items: [
      { node: 'cp', path: '/usr/bin', exists: true, names: [] },
      { node: 'cp', path: '/boot', exists: false, names: [] },
      { node: 'cp', path: '/etc/cni/net.d', exists: true, names: ['05-cilium.conflist'] },
    ],
    complete: true,
  })
})

test('a folder that was not shown is not one that is not there', () => {
  expect(read('node cp\nhas /bin\nunseen /boot\nended\n')).toMatchObject({ complete: false })
  expect(() => read('node cp\nhas /home\nended\n')).toThrow('a folder of cp')
})
