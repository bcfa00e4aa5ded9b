import { expect, test } from 'vitest'
import { nameService } from './name-service.ts'
import { read } from './text/answer.ts'

test('settings and leases', () => {
  const text =
    'dhcp-option=6,192.168.20.1\nhosts=127.0.0.1 localhost\n-- leases\n1700000000 3C:61:05:AA:20:50 192.168.20.50 tv *\n1700000000 3c:61:05:aa:20:51 192.168.20.51 * *\nlisted\n'
  expect(read(nameService, text)).toEqual({
    settings: [
      { key: 'dhcp-option', value: '6,192.168.20.1' },
      { key: 'hosts', value: '127.0.0.1 localhost' },
    ],
    leases: [
      { hardware: '3c:61:05:aa:20:50', address: '192.168.20.50', name: 'tv' },
      { hardware: '3c:61:05:aa:20:51', address: '192.168.20.51' },
    ],
  })
})

test('what leads to files that nobody read is not understood', () => {
  expect(() => read(nameService, 'conf-dir=/etc/x\n-- leases\nlisted\n')).toThrow('leads to files')
})

test.each([
  'domain=x\n',
  'domain=x\n-- leases\n',
  '-- leases\nx\nlisted\n',
  '?\n-- leases\nlisted\n',
])('%j is refused', (text) => {
  expect(() => read(nameService, text)).toThrow()
})
