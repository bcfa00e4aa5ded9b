import { expect, test } from 'vitest'
import type { Host, Inventory } from '../model/inventory.ts'
import { listeners } from './listeners.ts'

const read = (stdout: string) =>
  listeners.parse({ status: 0, stdout, stderr: '' }, {} as Host, {} as Inventory)

test('reads ss of iproute2 6.1', () => {
  const stdout = [
    'udp UNCONN 0      0       127.0.0.53%lo:53    0.0.0.0:* users:(("systemd-resolve",pid=311,fd=13))',
    'udp UNCONN 0      0             0.0.0.0:51820 0.0.0.0:*                                         ',
    'tcp LISTEN 0      128              [::]:22       [::]:* users:(("sshd",pid=223,fd=5),("sshd",pid=9,fd=5))',
    'tcp LISTEN 0      4096                *:9100        *:* users:(("prometheus-node",pid=202,fd=3))',
    'tcp LISTEN 0      128  [fe80::1]%eth0:546       [::]:*',
  ].join('\n')

  expect(read(`${stdout}\n`)).toEqual([
    {
      protocol: 'udp',
      address: '127.0.0.53',
      device: 'lo',
      port: 53,
      programs: ['systemd-resolve'],
    },
    { protocol: 'udp', address: '0.0.0.0', port: 51820 },
    { protocol: 'tcp', address: '::', port: 22, programs: ['sshd'] },
    { protocol: 'tcp', address: '*', port: 9100, programs: ['prometheus-node'] },
    { protocol: 'tcp', address: 'fe80::1', device: 'eth0', port: 546 },
  ])
})

test('refuses what it does not understand', () => {
  expect(() => read('Netid State Recv-Q Send-Q Local Address:Port')).toThrow('ss printed')
  expect(() => read('tcp ESTAB 0 0 192.168.1.5:22 192.168.1.6:40000')).toThrow('ss printed')
})
