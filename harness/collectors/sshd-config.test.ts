import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { sshdConfig } from './sshd-config.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  sshdConfig.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const block = (head: string, passwords: string) =>
  `for ${head}\npermitrootlogin without-password\nhostbasedauthentication no\npasswordauthentication ${passwords}\nkbdinteractiveauthentication no\npermitemptypasswords no\n`

test('a Match block counts: the same user from two sides has two answers', () => {
  const stdout =
    block('root 127.0.0.1 192.168.1.102', 'no') + block('root 192.168.1.50 192.168.1.102', 'yes')

  expect(read(stdout)).toMatchObject([
    { user: 'root', from: '127.0.0.1', takesPasswords: false, permitRootLogin: 'without-password' },
    { user: 'root', from: '192.168.1.50', to: '192.168.1.102', takesPasswords: true },
  ])
})

test('OpenSSH before 8.7 has another name for questions and answers', () => {
  const old = block('root a b', 'no').replace('kbdinteractive', 'challengeresponse')

  expect(read(old)[0]?.takesAnswers).toBe(false)
})

test('every side that a Match could tell apart is asked for, and both addresses of the host', () => {
  const lab = {
    ...inventory,
    hosts: [host, { ...host, name: 'tv', role: 'vantage' as const, address: '192.168.1.50' }],
    vantages: [{ name: 'lan', from: 'tv' }] as never,
  }
  const { command } = sshdConfig
  const member = { ...host, tailnetAddress: '100.64.0.102' }
  const text = typeof command === 'string' ? command : command(member, lab)

  expect(text).toContain('for a in 127.0.0.1 192.168.1.102 192.168.1.50; do')
  expect(text).toContain('for l in 192.168.1.102 100.64.0.102; do')
  expect(execFileSync('sh', ['-n', '-c', text], { encoding: 'utf8' })).toBe('')
})

test.each(['', 'for root a b\npermitrootlogin no\n', 'sshd: no hostkeys available -- exiting.'])(
  'refuses %j',
  (stdout) => {
    expect(() => read(stdout)).toThrow(Unseen)
  },
)
