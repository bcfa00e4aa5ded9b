import { expect, test } from 'vitest'
import { processes } from './processes.ts'
import { read } from './text/answer.ts'

const OWN = 'own pid:[4026531836]\n'
const line = (...fields: readonly (string | number)[]) => `process\t${fields.join('\t')}\n`
const INIT = line(
  1,
  0,
  0,
  'pid:[4026531836]',
  'systemd',
  '/usr/lib/systemd/systemd',
  '/init.scope',
  '',
)
const OWNERS = 'owner\t/usr/lib/systemd/systemd\tsystemd\n'

test('a process of the machine has the package of its program', () => {
  expect(read(processes, `${OWN}${INIT}${OWNERS}looked\n`)).toEqual([
    {
      pid: 1,
      parent: 0,
      uid: 0,
      name: 'systemd',
      program: '/usr/lib/systemd/systemd',
      isDeleted: false,
      namespace: 'pid:[4026531836]',
      isOwn: true,
      cgroup: '/init.scope',
      owner: 'systemd',
    },
  ])
})

test('one of a container is told apart by its namespace, and has no package of the machine', () => {
  const inside = line(
    900,
    1,
    100_000,
    'pid:[4026532501]',
    'dockerd',
    '/usr/lib/systemd/systemd',
    '/lxc/101',
    '',
  )
  const [, found] = read(processes, `${OWN}${INIT}${inside}${OWNERS}looked\n`)
  expect(found).toMatchObject({ isOwn: false, uid: 100_000 })
  expect(found).not.toHaveProperty('owner')
})

test('a script counts, not the interpreter that runs it', () => {
  const bot = line(7, 1, 0, 'pid:[4026531836]', 'perl', '/usr/bin/perl', '/x', '/root/bot.pl')
  const owners = `${OWNERS}owner\t/usr/bin/perl\tperl-base\n`
  const [, found] = read(processes, `${OWN}${INIT}${bot}${owners}looked\n`)
  expect(found).toMatchObject({ script: '/root/bot.pl' })
  expect(found).not.toHaveProperty('owner')
})

test('a path has its package by either spelling', () => {
  const [found] = read(processes, `${OWN}${INIT}owner\t/lib/systemd/systemd\tsystemd\nlooked\n`)
  expect(found).toMatchObject({ owner: 'systemd' })
})

test('a program whose file is gone is known to be', () => {
  const old = line(8, 1, 0, 'pid:[4026531836]', 'sshd', '/usr/sbin/sshd (deleted)', '/x', '')
  const [, found] = read(processes, `${OWN}${INIT}${old}${OWNERS}looked\n`)
  expect(found).toMatchObject({ program: '/usr/sbin/sshd', isDeleted: true })
})

test.each([
  ['without an end', `${OWN}${INIT}`],
  [
    'without the first process',
    `${OWN}${line(9, 1, 0, 'pid:[4026531836]', 'a', '/a', '/', '')}looked\n`,
  ],
  ['with a line of another form', `${OWN}${INIT}process\t7\tlooked\nlooked\n`],
])('an answer %s is refused', (_, text) => {
  expect(() => read(processes, text)).toThrow()
})
