import { describe, expect, test } from 'vitest'
import schema from '../schemas/inventory.schema.json' with { type: 'json' }
import { spoilt } from './spoil.ts'

describe('the shape', () => {
  test.each([
    [
      '    address: 192.168.1.5\n',
      '    adress: 192.168.1.5\n',
      [
        'lab.yaml:4:5: hosts[0] has no "address"; add it: address on the lab\'s own network, IPv4 or IPv6; for a vantage, where it stands',
        'lab.yaml:6:5: unknown key "adress" in hosts[0]; did you mean "address"?',
      ],
    ],
    [
      'parameters: {}',
      'parameters: {}\ncolour: red',
      [
        `lab.yaml:26:1: unknown key "colour"; known keys: ${Object.keys(schema.properties).join(', ')}`,
      ],
    ],
    [
      'role: storage',
      'role: storrage',
      ['lab.yaml:9:11: hosts[1].role is "storrage"; did you mean "storage"?'],
    ],
    [
      'type: qemu',
      'type: docker',
      ['lab.yaml:14:35: guests[0].type is "docker"; it must be one of qemu, lxc'],
    ],
    [
      'address: 192.168.1.6\n',
      'address: 192.168.1.600\n',
      [
        'lab.yaml:10:14: hosts[1].address is "192.168.1.600", not an address: write one such as 192.168.1.5 or fd00::5',
      ],
    ],
    [
      '192.168.1.0/24',
      '192.168.1.5/24',
      [
        'lab.yaml:19:14: vantages[0].within[0] is "192.168.1.5/24", not a network: write its first address and prefix length, such as 192.168.1.0/24',
      ],
    ],
    [
      '1-1024',
      '1-70000',
      [
        'lab.yaml:22:15: vantages[0].tcpPorts is "1-70000", not a list of ports: write numbers 1 to 65535 and rising ranges, such as 22,80,8000-9000',
      ],
    ],
    [
      '{ port: 22, user: plumbline }',
      '{ port: 70000, user: plumbline }',
      ['lab.yaml:7:18: hosts[0].ssh.port is 70000; it must be at most 65535'],
    ],
    [
      'vmid: 100\n',
      'vmid: "100"\n',
      [
        "lab.yaml:11:11: hosts[1].vmid is text, not a whole number; the hypervisor's id of this guest, when it is one",
      ],
    ],
    [
      'services: []',
      'services:',
      ['lab.yaml:15:10: services is empty, not a list; programs that people or other services use'],
    ],
    ['[zero-trust]', '[]', ['lab.yaml:2:11: profiles is empty; profiles that the lab is held to']],
    [
      '[zero-trust]',
      '[zero-trust, zero-trust]',
      ['lab.yaml:2:24: profiles holds the same value twice (items 0 and 1); keep one'],
    ],
    [
      '  proxmox:',
      '  my api:',
      ['lab.yaml:24:3: the key "my api" in apis is not a name: use letters, digits and . _ - only'],
    ],
  ])('%j spoilt to %j is told with its place', async (from, to, problems) => {
    expect(await spoilt(from, to)).toEqual(problems)
  })
})

describe('secrets', () => {
  test.each([
    [
      'env:PVE_TOKEN',
      'hunter2-and-more',
      'lab.yaml:24:54: apis.proxmox.token is not a reference: write env:NAME, file:/path or exec:command; if a secret stood here, replace it by a new one where it is used',
    ],
    [
      'env:PVE_TOKEN',
      'file:hunter2-and-more',
      'lab.yaml:24:54: apis.proxmox.token is not a reference: write env:NAME, file:/path or exec:command; if a secret stood here, replace it by a new one where it is used',
    ],
    [
      'https://192',
      'https://root:hunter2-and-more@192',
      'lab.yaml:24:19: apis.proxmox.url is not a URL: write http://, https://, ssh://host/path of a socket there or unix:///path, without any credential',
    ],
    [
      'https://192',
      'http://192',
      'lab.yaml:24:19: apis.proxmox.url has a token and a plain http URL; use https, or remove the token',
    ],
    [
      'user: plumbline }',
      'user: plumbline, hostKey: hunter2-and-more }',
      'lab.yaml:7:48: hosts[0].ssh.hostKey is not a fingerprint: write it as `ssh-keygen -lf` prints it, SHA256: and 43 characters',
    ],
    [
      'user: plumbline }',
      'user: plumbline, password: hunter2-and-more }',
      'lab.yaml:7:39: unknown key "password" in hosts[0].ssh; known keys: port, user, over, hostKey, knownHosts, key, jump, become',
    ],
    [
      'env:PVE_TOKEN }',
      '"hunter2-and-more" more }',
      'lab.yaml:24:73: this is not YAML (UNEXPECTED_TOKEN); check quotes, colons and indentation around here',
    ],
  ])('%j written as %j is refused and not repeated', async (from, to, problem) => {
    const problems = await spoilt(from, to)
    expect(problems).toContain(problem)
    expect(problems.join()).not.toContain('hunter2')
  })
})
