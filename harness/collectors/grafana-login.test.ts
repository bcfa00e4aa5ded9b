import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { grafanaLogin } from './grafana-login.ts'

const parse = (stdout: string) =>
  grafanaLogin.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('the environment counts more than the file', () => {
  expect(parse('pid 9\n[auth.proxy] enabled = false\nenv GF_AUTH_PROXY_ENABLED=true\n')).toEqual([
    { name: 'proxy', isEnabled: true, hosts: [] },
  ])
})

test('servers of a way are kept by host', () => {
  const ways = parse(
    'pid 9\n[auth.generic_oauth] enabled = true\nenv GF_AUTH_GENERIC_OAUTH_AUTH_URL=https://id.example.net\n[auth.ldap] host = "10.0.0.3 10.0.0.4"\n',
  )
  expect(ways).toEqual([
    { name: 'generic_oauth', isEnabled: true, hosts: ['id.example.net'] },
    { name: 'ldap', isEnabled: false, hosts: ['10.0.0.3', '10.0.0.4'] },
  ])
})

test('nothing is known of a Grafana that does not run', () => {
  expect(() => parse('pid 0\n')).toThrow('not running')
  expect(() => parse('pid 9\nclient_secret = x\n')).toThrow('another form')
})
