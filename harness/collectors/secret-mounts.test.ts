import { expect, test } from 'vitest'
import { secretMounts } from './secret-mounts.ts'
import { read } from './text/answer.ts'

test('a secret has the mode of the file behind it', () => {
  const said =
    'secret web /run/secrets/db false 400 /opt/web/db\nsecret web /run/secrets/s true - \nlisted\n'
  expect(read(secretMounts, said)).toEqual([
    {
      container: 'web',
      destination: '/run/secrets/db',
      source: '/opt/web/db',
      isWritable: false,
      mode: '400',
    },
    { container: 'web', destination: '/run/secrets/s', source: '', isWritable: true },
  ])
  expect(read(secretMounts, 'listed\n')).toEqual([])
})

test.each([[''], ['secret web\nlisted\n']])('%j is not understood', (stdout) => {
  expect(() => read(secretMounts, stdout)).toThrow()
})
