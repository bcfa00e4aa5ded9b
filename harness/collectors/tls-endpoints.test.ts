import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { host, inventory } from './text/stage.ts'
import { tlsEndpoints } from './tls-endpoints.ts'

const lab: Inventory = {
  ...inventory,
  tls: {
    from: 'vm102',
    endpoints: [{ name: 'web', server: 'web.example.net', port: 443, web: true }],
  },
}
const read = (stdout: string) => tlsEndpoints.parse({ status: 0, stdout, stderr: '' }, host, lab)

test('versions, certificate and what plain HTTP says are read', () => {
  expect(
    read(
      'able tls1_2\nable tls1_3\nendpoint web\nyes tls1_3\nverify 0\nuntil 1800000000\nsubject CN = web\nplain 308 https://web.example.net/\nlooked\n',
    ),
  ).toEqual({
    able: ['tls1_2', 'tls1_3'],
    endpoints: [
      {
        name: 'web',
        versions: ['tls1_3'],
        late: [],
        verification: 0,
        endsAt: '2027-01-15T08:00:00.000Z',
        subject: 'CN = web',
        plain: { status: 308, location: 'https://web.example.net/' },
      },
    ],
  })
})

test('a handshake without an end is no refusal', () => {
  const { able, endpoints } = read(
    'late tls1\nable tls1_3\nendpoint web\nlate tls1_1\nyes tls1_3\nlooked\n',
  )
  expect(able).toEqual(['tls1_3'])
  expect(endpoints).toMatchObject([{ versions: ['tls1_3'], late: ['tls1_1'] }])
})

test('an endpoint that is missing, or a look without an end, is none', () => {
  expect(() => read('able tls1_3\nlooked\n')).toThrow('web was not looked at')
  expect(() => read('able tls1_3\nendpoint web\n')).toThrow()
})

test('the command asks with what the endpoint needs', () => {
  const { command } = tlsEndpoints
  const said = typeof command === 'string' ? command : command(host, lab)

  expect(said).toContain('-verify_hostname web.example.net')
  expect(said).toContain('http://web.example.net/')
  expect(said).not.toContain('GET /health')
})
