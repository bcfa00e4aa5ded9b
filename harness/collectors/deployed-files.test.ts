import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { deployedFiles } from './deployed-files.ts'
import { host, inventory } from './text/stage.ts'

const iac = { deployed: [{ host: host.name, path: '/etc/web.conf', source: 'web.conf' }] }
const lab = { ...inventory, iac } as unknown as Inventory
const parse = (stdout: string) => deployedFiles.parse({ status: 0, stdout, stderr: '' }, host, lab)
const sha256 = 'b'.repeat(64)

test('a file has its digest, or is not there', () => {
  expect(parse(`${sha256}  /etc/web.conf\nlooked\n`)).toEqual([{ path: '/etc/web.conf', sha256 }])
  expect(parse('absent /etc/web.conf\nlooked\n')).toEqual([{ path: '/etc/web.conf' }])
})

test.each([['looked\n'], [`${sha256}  /etc/other.conf\nlooked\n`], [`${sha256}  /etc/web.conf\n`]])(
  '%j is not understood',
  (stdout) => {
    expect(() => parse(stdout)).toThrow()
  },
)
