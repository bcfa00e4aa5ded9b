import { expect, test } from 'vitest'
import { guestConfigs } from './guest-configs.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const guest = { vmid: 103, name: 'cloud', type: 'lxc', node: 'pve', status: 'stopped', template: 1 }
const AT = '/api2/json/nodes/pve/lxc/103'

const read = (config: unknown, pending: unknown = []) =>
  guestConfigs.read(
    answering({
      '/api2/json/cluster/resources?type=vm': { data: [guest] },
      '/api2/json/access/permissions': {
        data: { '/': { 'VM.Audit': 1 }, '/vms': { 'VM.Audit': 1 } },
      },
      [`${AT}/config?current=1`]: { data: config },
      [`${AT}/pending`]: { data: pending },
    }),
    inventory,
  )

test('a container without the key is privileged, also when it is stopped or a template', async () => {
  const { items, complete } = await read({ digest: 'd', hostname: 'cloud', template: 1 })

  expect(complete).toBe(true)
  expect(items).toMatchObject([{ vmid: 103, isUnprivileged: false, isTemplate: true }])
})

test('everything a container may be given is read, raw lines too', async () => {
  const { items } = await read({
    unprivileged: 1,
    onboot: 1,
    startup: '2,up=30',
    features: 'nesting=1,keyctl=0,mount=nfs;cifs',
    rootfs: 'local-zfs:subvol-103-disk-0,size=8G',
    mp0: '/etc/pve,mp=/mnt/pve,ro=1',
    dev0: '/dev/net/tun,mode=0666',
    net0: 'name=eth0,bridge=vmbr0,firewall=0,type=veth',
    lxc: [
      ['lxc.idmap', 'u 0 100000 65536'],
      ['lxc.environment.runtime', 'TOKEN=hunter2'],
    ],
  })

  expect(items).toMatchObject([
    {
      isUnprivileged: true,
      startsAtBoot: true,
      startup: { order: 2, upSeconds: 30 },
      features: ['mount=nfs;cifs', 'nesting=1'],
      mountPoints: [
        { key: 'rootfs', path: '/', isHostPath: false },
        { key: 'mp0', source: '/etc/pve', path: '/mnt/pve', isHostPath: true },
      ],
      devices: [{ key: 'dev0', path: '/dev/net/tun' }],
      networks: [{ key: 'net0', bridge: 'vmbr0', isFirewalled: false }],
      raw: [
        { key: 'lxc.idmap', value: 'u 0 100000 65536' },
        { key: 'lxc.environment.runtime', value: '***' },
      ],
    },
  ])
})

test('what waits is told apart from what is in force', async () => {
  const { items } = await read({ unprivileged: 1, memory: 512 }, [
    { key: 'memory', value: '512' },
    { key: 'cores', pending: '8' },
    { key: 'mp0', value: '/x,mp=/y', delete: 1 },
    { key: 'description', pending: 'password: hunter2' },
  ])

  expect(items[0]?.pending).toEqual([
    { key: 'cores', value: '8' },
    { key: 'mp0' },
    { key: 'description', value: '***' },
  ])
})

test('notes, keys and environments are not kept', async () => {
  const secrets = { description: 'hunter2', env: 'A=hunter2', cipassword: 'hunter2' }
  const { items } = await read({ unprivileged: 1, ...secrets, sshkeys: 'hunter2' })

  expect(JSON.stringify(items)).not.toContain('hunter2')
})

test('one configuration that may not be read costs the census its completeness only', async () => {
  const census = await guestConfigs.read(
    answering({
      '/api2/json/cluster/resources?type=vm': { data: [guest] },
      '/api2/json/access/permissions': {
        data: { '/': { 'VM.Audit': 1 }, '/vms': { 'VM.Audit': 1 } },
      },
    }),
    inventory,
  )

  expect(census).toMatchObject({ items: [], complete: false })
  expect(census.because).toContain('103')
})

test('settings of another shape are not guessed at', async () => {
  for (const config of [
    { unprivileged: 'maybe' },
    { lxc: 'lxc.idmap = u 0 0 65536' },
    { lxc: [['lxc.idmap', 'u 0 0 1', 'more']] },
    { features: 'nesting=1,nesting=0' },
    { mp0: '/etc/pve,ro=1' },
  ])
    expect(await read(config)).toMatchObject({ items: [], complete: false })
})
