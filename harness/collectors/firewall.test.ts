import { expect, test } from 'vitest'
import { firewall } from './firewall.ts'
import { firewallService } from './firewall-service.ts'
import { answering } from './text/answers.ts'
import { host, inventory } from './text/stage.ts'

const at = '/api2/json/nodes/pve/lxc/103/firewall'
const guest = { vmid: 103, type: 'lxc', node: 'pve', status: 'running' }

const read = (cluster: unknown, node: unknown, options: unknown, rules: unknown) =>
  firewall.read(
    answering({
      '/api2/json/cluster/resources?type=vm': { data: [guest] },
      '/api2/json/access/permissions': { data: { '/': { 'VM.Audit': 1 } } },
      '/api2/json/cluster/firewall/options': { data: cluster },
      '/api2/json/nodes/pve/firewall/options': { data: node },
      [`${at}/options`]: { data: options },
      [`${at}/rules`]: { data: rules },
    }),
    { ...inventory, pve: { node: 'pve' } },
  )

test('what nobody set means what Proxmox documents: off, but for the node', async () => {
  expect(await read({}, {}, {}, [])).toEqual({
    cluster: { isEnabled: false, policyIn: 'DROP', policyOut: 'ACCEPT' },
    node: { isEnabled: true },
    guests: [{ vmid: 103, isEnabled: false, policyIn: 'DROP', policyOut: 'ACCEPT', rules: [] }],
  })
})

test('a rule that is not enabled is none', async () => {
  const { guests } = await read({ enable: 1 }, { enable: 0 }, { enable: 1 }, [
    { pos: 0, type: 'in', action: 'ACCEPT', proto: 'tcp', dport: '22', enable: 0 },
  ])

  expect(guests[0]?.rules).toMatchObject([{ position: 0, isEnabled: false, dport: '22' }])
})

test('enabled and running are two things', () => {
  const say = (stdout: string) =>
    firewallService.parse({ status: 0, stdout, stderr: '' }, host, inventory)

  expect(say('Status: enabled/running\n')).toMatchObject({ isEnabled: true, isRunning: true })
  expect(say('Status: enabled/stopped\n')).toMatchObject({ isEnabled: true, isRunning: false })
  expect(say('Status: disabled/running (pending changes)\n')).toEqual({
    isEnabled: false,
    isRunning: true,
    hasPendingChanges: true,
  })
  expect(() => say('Status: enabled/unknown\n')).toThrow('does not say')
})
