import { expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { sshOffer } from './ssh-offer.ts'
import { host, inventory } from './text/stage.ts'

const member = { ...host, tailnetAddress: '100.64.0.102' }
const read = (stdout: string, asked = host) =>
  sshOffer.parse({ status: 0, stdout, stderr: '' }, asked, inventory)

test('a refusal names what would do', () => {
  expect(read('plumbline@192.168.1.102: Permission denied (publickey,password).\n')).toEqual({
    address: '192.168.1.102',
    port: 22,
    methods: ['publickey', 'password'],
  })
})

test('to be let in without proof is an answer as well', () => {
  expect(read('let in without proof\n').methods).toEqual(['none'])
})

test('the daemon is asked where we log in to it', () => {
  const over = { ...member, ssh: { ...host.ssh, over: 'tailnet' as const } }

  expect(read('Permission denied (publickey).', over).address).toBe('100.64.0.102')
  expect(read('Permission denied (publickey).', member).address).toBe('192.168.1.102')
})

test.each([
  '',
  'Permission denied, please try again.',
  'Connection refused',
  'Permission denied ()',
])('refuses %j', (stdout) => {
  expect(() => read(stdout)).toThrow(Unseen)
})
