import { describe, expect, test } from 'vitest'
import { LAB, problemsOf, spoilt } from './spoil.ts'

describe('the names', () => {
  test.each([
    [
      'jump: pve',
      'jump: pvee',
      ['lab.yaml:12:45: hosts[1].ssh.jump: there is no host "pvee"; did you mean "pve"?'],
    ],
    [
      'from: local',
      'from: nsa',
      ['lab.yaml:18:11: vantages[0].from: there is no host "nsa"; known: pve, nas, local'],
    ],
    [
      '  - name: nas',
      '  - name: pve',
      ['lab.yaml:8:11: hosts[1].name is "pve", as hosts[0].name already is; each needs its own'],
    ],
    [
      'address: 192.168.1.6\n',
      'address: 192.168.1.5\n',
      [
        'lab.yaml:10:14: hosts[1].address is "192.168.1.5", as hosts[0].address already is; each needs its own',
      ],
    ],
    [
      '{ port: 22, user: plumbline }',
      '{ port: 22, user: plumbline, jump: nas }',
      ['lab.yaml:4:11: hosts[0] is reached through itself: pve → nas → pve; break the loop'],
    ],
    [
      'autostart: true }',
      'autostart: true, after: [nas] }',
      ['lab.yaml:14:24: guests[0] must be up before itself: nas → nas; break the loop'],
    ],
    [
      '    vmid: 100',
      '    vmid: 101',
      ['lab.yaml:11:11: hosts[1].vmid: there is no vmid "101"; did you mean "100"?'],
    ],
    [
      '- name: pve',
      '- name: local',
      [
        'lab.yaml:4:11: hosts[0].name is "local", a word that is taken; choose another name',
        'lab.yaml:12:45: hosts[1].ssh.jump: there is no host "pve"; known: local, nas',
      ],
    ],
    [
      'user: plumbline, jump',
      'user: plumbline, over: tailnet, jump',
      [
        'lab.yaml:12:45: hosts[1].ssh.over is "tailnet", but hosts[1] has no "tailnetAddress"; add it, or log in over lan',
      ],
    ],
  ])('%j spoilt to %j is told with its place', async (from, to, problems) => {
    expect(await spoilt(from, to)).toEqual(problems)
  })

  test('a port that the inventory names is in every scan', async () => {
    const service = '[{ name: web, host: nas, runtime: vm, role: other, ports: [80, 8080] }]'
    expect(await spoilt('services: []', `services: ${service}`)).toEqual([
      'lab.yaml:22:15: vantages[0].tcpPorts leaves out 8080, which the inventory names; add it, or scan 1-65535',
    ])
  })

  test("a device of the tailnet is a person's or a server", async () => {
    const device = (about: string) => LAB.replace("{ name: canary, tag: 'tag:canary' }", about)
    expect(await problemsOf({ 'lab.yaml': device('{ name: canary }') })).toEqual([
      expect.stringMatching(/: device "canary" has neither "user" nor "tag"; give it exactly one$/),
    ])
    const both = "{ name: canary, tag: 'tag:canary', user: ana@example.net }"
    expect(await problemsOf({ 'lab.yaml': device(both) })).toEqual([
      expect.stringMatching(/: device "canary" has both "user" and "tag"; give it exactly one$/),
    ])
  })
})
