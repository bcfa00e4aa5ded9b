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
    rules: {
      items: [{ type: 'hostssl', address: '10.0.0.0', method: 'scram-sha-256' }],
      complete: true,
    },
  })
  expect(read(postgresServer, said(2)).state).toBe('silent')
})

test('a call that failed for another reason is not understood', () => {
  expect(() => read(postgresServer, said(3))).toThrow()
  expect(() => read(postgresServer, 'ready 0\n')).toThrow()
})

test('one that does not run tells nothing of its rules, not even that there are none', () => {
  expect(read(postgresServer, 'ready 2\nstopped\nended\n')).toEqual({
    state: 'silent',
    rules: { items: [], complete: false, because: 'the server does not run' },
  })
  expect(() => read(postgresServer, 'ready 0\nstopped\nended\n')).toThrow()
  expect(() => read(postgresServer, said(0, 'rule hostssl\n'))).toThrow()
})
