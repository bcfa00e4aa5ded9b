import { expect, test } from 'vitest'
import { postgresServer } from './postgres-server.ts'
import { read } from './text/answer.ts'

const said = (ready: number, rules = '') =>
  `ready ${ready}\nsettings on false /srv/postgresql/16/main\ndata /dev/sdb1\nroot /dev/sda1\n${rules}ended\n`

test('the server, its disks and its rules are read', () => {
  expect(read(postgresServer, said(0, 'rule hostssl 10.0.0.0 scram-sha-256\n'))).toEqual({
    state: 'accepting',
    isEncrypting: true,
    isRecovering: false,
    dataSource: '/dev/sdb1',
    rootSource: '/dev/sda1',
    rules: [{ type: 'hostssl', address: '10.0.0.0', method: 'scram-sha-256' }],
  })
  expect(read(postgresServer, said(2)).state).toBe('silent')
})

test('a call that failed for another reason is not understood', () => {
  expect(() => read(postgresServer, said(3))).toThrow()
  expect(() => read(postgresServer, 'ready 0\n')).toThrow()
})
