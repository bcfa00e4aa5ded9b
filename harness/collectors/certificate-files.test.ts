import { expect, test } from 'vitest'
import { certificateFiles } from './certificate-files.ts'
import { read } from './text/answer.ts'

test('a file has its serial and its end', () => {
  expect(read(certificateFiles, 'file /etc/ssl/web.pem 0AF3 1764300000\nlisted\n')).toEqual([
    {
      path: '/etc/ssl/web.pem',
      serial: '0AF3',
      notAfter: new Date(1764300000 * 1000).toISOString(),
    },
  ])
})

test.each([['file /etc/ssl/web.pem\nlisted\n'], ['']])('%j is not understood', (stdout) => {
  expect(() => read(certificateFiles, stdout)).toThrow()
})
