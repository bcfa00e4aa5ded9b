import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { composeHashes } from './compose-hashes.ts'
import { host, inventory } from './text/stage.ts'

const path = '/opt/web/compose.yaml'
const iac = { deployed: [{ host: host.name, path, source: 'web/compose.yaml' }] }
const lab = { ...inventory, iac } as unknown as Inventory
const parse = (stdout: string) => composeHashes.parse({ status: 0, stdout, stderr: '' }, host, lab)
const hash = 'a'.repeat(64)

test('every service of a file has its digest', () => {
  expect(parse(`file ${path}\nweb ${hash}\nlisted\n`)).toEqual([
    { file: path, service: 'web', hash },
  ])
})

test.each([
  ['a file without services', `file ${path}\nlisted\n`],
  ['an answer without an end', `file ${path}\nweb ${hash}\n`],
  ['something else', `file ${path}\nweb: warning\nlisted\n`],
])('%s is not understood', (_, stdout) => {
  expect(() => parse(stdout)).toThrow()
})
