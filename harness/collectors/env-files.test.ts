import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { envFiles } from './env-files.ts'
import { host, inventory } from './text/stage.ts'

const path = '/opt/web/.env'
const iac = { envFiles: [{ host: host.name, path, template: 'web/.env.example' }] }
const lab = { ...inventory, iac } as unknown as Inventory
const parse = (stdout: string) => envFiles.parse({ status: 0, stdout, stderr: '' }, host, lab)

test('a file has its rights and the names of its keys', () => {
  const file = `copy ${path}~\nfile ${path} 600 root ${path} -rw-------\nkey DB_USER\nlooked\n`
  expect(parse(file)).toEqual({
    files: [
      { path, mode: '600', owner: 'root', realPath: path, hasAccessList: false, keys: ['DB_USER'] },
    ],
    copies: [`${path}~`],
  })
  expect(parse(`absent ${path}\nlooked\n`).files).toEqual([{ path, keys: [] }])
})

test('an access list is seen', () => {
  expect(parse(`file ${path} 640 root ${path} -rw-r-----+\nlooked\n`).files[0]?.hasAccessList).toBe(
    true,
  )
})

test.each([['looked\n'], [`file ${path} 600 root ${path} -rw-------\n`], ['key DB\nlooked\n']])(
  '%j is not understood',
  (stdout) => {
    expect(() => parse(stdout)).toThrow()
  },
)
