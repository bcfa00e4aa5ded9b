import { expect, test } from 'vitest'
import { gluetun } from './gluetun.ts'
import { read } from './text/answer.ts'

const ANSWER = [
  '127.0.0.1 /v1/vpn/status 200 {"status":"running"} ',
  '127.0.0.1 /v1/dns/status 200 {"status":"running"} ',
  '127.0.0.1 /v1/publicip/ip 200 {"public_ip":"146.70.1.9","country":"Netherlands"} ',
  '',
].join('\n')

test('what Gluetun says of itself is read', () => {
  expect(read(gluetun, ANSWER)).toEqual({
    vpn: 'running',
    dns: 'running',
    publicAddress: '146.70.1.9',
  })
  expect(read(gluetun, ANSWER.replace('146.70.1.9', ''))).not.toHaveProperty('publicAddress')
})

test.each([
  [
    '200 {"status":"running"} \n127.0.0.1 /v1/dns',
    '401 Unauthorized\n127.0.0.1 /v1/dns',
    'to itself',
  ],
  ['200 {"status":"running"}', 'error Connection refused', 'Connection refused'],
  ['/v1/publicip/ip 200', '/v1/publicip/ip 500', 'answered 500'],
  ['146.70.1.9', 'nowhere', 'no address'],
  ['127.0.0.1 /v1/dns', '127.0.0.1 /v2/dns', 'was not asked'],
])('%j made %j says nothing about the tunnel', (from, to, says) => {
  expect(() => read(gluetun, ANSWER.replace(from, to))).toThrow(says)
})
