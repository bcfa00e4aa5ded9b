import { expect, test } from 'vitest'
import { dhcpServer } from './dhcp-server.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) =>
  dhcpServer.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('ranges, name servers, reservations and leases', () => {
  expect(
    parse(
      [
        'dhcp-range=lan0,192.168.0.100,192.168.0.200,12h',
        'dhcp-range=::,constructor:lan0,ra-only',
        'dhcp-option=tag:lan,option:dns-server,192.168.0.11',
        'dhcp-option=option6:dns-server,[fd00::11]',
        'dhcp-option=3,192.168.0.1',
        'dhcp-host=3c:22:fb:00:00:50,192.168.0.150,tv',
        '-- leases',
        '3c:22:fb:00:00:50 192.168.0.150',
        'read',
        '',
      ].join('\n'),
    ),
  ).toEqual({
    ranges: [{ from: '192.168.0.100', to: '192.168.0.200' }],
    nameServers: ['192.168.0.11', 'fd00::11'],
    reserved: ['192.168.0.150'],
    leases: [{ mac: '3c:22:fb:00:00:50', address: '192.168.0.150' }],
  })
})

test('half an answer, or a range of names, is not understood', () => {
  expect(() => parse('dhcp-range=192.168.0.100,192.168.0.200\n')).toThrow('to its end')
  expect(() => parse('dhcp-range=static\n-- leases\nread\n')).toThrow('begins with no address')
})
