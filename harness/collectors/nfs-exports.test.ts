import { expect, test } from 'vitest'
import { nfsExports } from './nfs-exports.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  nfsExports.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('exports by client, also where the path stands on a line of its own', () => {
  expect(
    parse(
      'threads 8\nversions -2 +3 +4 +4.1 +4.2\n/srv/user\t192.168.0.21(rw,root_squash)\n/srv/a/very/long/path\n\t\t<world>(ro,root_squash)\nlisted\n',
    ),
  ).toEqual({
    threads: 8,
    versions: ['3', '4', '4.1', '4.2'],
    exports: [
      { path: '/srv/user', client: '192.168.0.21', options: ['rw', 'root_squash'] },
      { path: '/srv/a/very/long/path', client: '<world>', options: ['ro', 'root_squash'] },
    ],
  })
})

test('another form, or half of it, is not understood', () => {
  expect(() => parse('threads 8\nversions \n/srv/user\nlisted\n')).toThrow('another form')
  expect(() => parse('threads 8\nversions \n')).toThrow('did not come to its end')
})
