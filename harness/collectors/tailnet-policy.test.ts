import { expect, test } from 'vitest'
import { policyOf } from './tailscale/policy.ts'

const read = (policy: object) => policyOf(JSON.stringify(policy), 'the policy')

test('no section of rules allows everything, an empty one allows nothing', () => {
  expect(read({}).hasRules).toBe(false)
  expect(read({ acls: null }).hasRules).toBe(false)
  expect(read({ acls: [] })).toMatchObject({ hasRules: true, rules: [] })
  expect(read({ grants: [] }).hasRules).toBe(true)
})

test('rules are read from both sections, whatever their names are written like', () => {
  const { rules } = read({
    ACLs: [{ action: 'accept', users: ['ana@x.net'], ports: ['tag:web:80,443', '[fd7a::1]:*'] }],
    grants: [
      { src: ['group:a'], dst: ['tag:web'], ip: ['tcp:443', '80', 'icmp:*'] },
      { src: ['group:a'], dst: ['tag:web'], app: { 'example.com/cap/x': [{}] } },
    ],
  })

  expect(rules).toEqual([
    {
      section: 'acls',
      from: ['ana@x.net'],
      to: ['tag:web', 'fd7a::1'],
      ports: ['80', '443', '*'],
    },
    { section: 'grants', from: ['group:a'], to: ['tag:web'], ports: ['443', '80', '*'] },
    { section: 'grants', from: ['group:a'], to: ['tag:web'], ports: [] },
  ])
})

test('an alias is what it stands for', () => {
  const { rules } = read({
    hosts: { everything: '0.0.0.0/0' },
    acls: [{ action: 'accept', src: ['everything'], dst: ['everything:22'] }],
  })

  expect(rules[0]).toMatchObject({ from: ['0.0.0.0/0'], to: ['0.0.0.0/0'], ports: ['22'] })
})

test('who approves routes is told by route, exit nodes and services among them', () => {
  const { autoApprovers } = read({
    acls: [],
    autoApprovers: {
      routes: { '10.0.0.0/8': ['tag:r'] },
      exitNode: ['tag:e'],
      services: { 'svc:a': ['tag:s'] },
    },
  })

  expect(autoApprovers).toEqual({
    '10.0.0.0/8': ['tag:r'],
    exitNode: ['tag:e'],
    'svc:a': ['tag:s'],
  })
})

test('tests are read in both spellings', () => {
  const { tests } = read({
    acls: [],
    tests: [{ user: 'ana@x.net', allow: ['tag:web:443'], deny: ['tag:web:22'] }],
  })

  expect(tests).toEqual([{ src: 'ana@x.net', accept: ['tag:web:443'], deny: ['tag:web:22'] }])
})

test('comments make no other policy, a rule does', () => {
  const plain = policyOf('{"acls":[],"ssh":[]}', 'the policy')
  const written = policyOf('{ // nobody\n "ssh": [], "acls": [], }', 'the policy')

  expect(written.canonical).toBe(plain.canonical)
  expect(read({ acls: [], ssh: [], tests: [] }).canonical).not.toBe(plain.canonical)
})

test.each([
  [{ acls: [], newRules: [] }, 'a section "newRules", unknown here'],
  [{ acls: [], ACLS: [{}] }, 'two sections acls'],
  [{ acls: [{ action: 'deny', src: [], dst: [] }] }, 'another action than accept'],
  [{ acls: [{ action: 'accept', src: ['*'], dst: ['tag:web'] }] }, 'names no ports'],
  [{ acls: { action: 'accept' } }, 'acls is a object, not a list'],
])('refuses %j', (policy, because) => {
  expect(() => read(policy)).toThrow(because)
})
