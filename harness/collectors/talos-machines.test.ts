import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { talosAccess } from './talos-access.ts'
import { talosAuditFiles } from './talos-audit-files.ts'
import { talosEtcd } from './talos-etcd.ts'
import { talosExtensions } from './talos-extensions.ts'
import { talosListeners } from './talos-listeners.ts'
import { talosMachines } from './talos-machines.ts'
import { talosServices } from './talos-services.ts'
import { talosVolumes } from './talos-volumes.ts'
import { host, inventory } from './text/stage.ts'

const lab: Inventory = {
  ...inventory,
  talos: {
    host: 'vm102',
    config: '/etc/talosconfig',
    nodes: [
      { name: 'cp', address: '192.0.2.1', role: 'controlplane' },
      { name: 'w', address: '192.0.2.2', role: 'worker' },
    ],
  },
}
const output = (stdout: string) => ({ status: 0, stdout, stderr: '' })
const resource = (id: string, spec: object) =>
  JSON.stringify({ metadata: { id }, node: '192.0.2.1', spec }, undefined, 4)
const ready = resource('machine', { stage: 'running', status: { ready: true } })

test('every node is read, and one that is silent makes the look incomplete', () => {
  const waits = resource('machine', {
    stage: 'running',
    status: { ready: false, unmetConditions: [{ name: 'nodeReady', reason: 'no' }] },
  })

  expect(
    talosMachines.parse(output(`node cp\n${ready}\nnode w\n${waits}\nended\n`), host, lab),
  ).toEqual({
    items: [
      { node: 'cp', stage: 'running', isReady: true, unmet: [] },
      { node: 'w', stage: 'running', isReady: false, unmet: ['nodeReady'] },
    ],
    complete: true,
  })
  expect(
    talosMachines.parse(output(`node cp\n${ready}\nnode w\nsilent\nended\n`), host, lab),
  ).toMatchObject({ complete: false, because: 'w did not answer talosctl' })
})

test.each([
  ['nodes that are all silent', 'node cp\nsilent\nnode w\nsilent\nended\n'],
  ['a node that is missing', `node cp\n${ready}\nended\n`],
  ['no end', `node cp\n${ready}\nnode w\nsilent\n`],
])('%s are not a look', (_, stdout) => {
  expect(() => talosMachines.parse(output(stdout), host, lab)).toThrow()
})

test('several resources of a node are told apart', () => {
  const said = `${resource('apid', { running: true, healthy: true, unknown: false })}\n${resource('etcd', { running: true, healthy: false, unknown: false })}`
  const { items } = talosServices.parse(output(`node cp\n${said}\nnode w\nended\n`), host, lab)

  expect(items.map(({ name, isHealthy }) => [name, isHealthy])).toEqual([
    ['apid', true],
    ['etcd', false],
  ])
})

test('a volume without a provider is not encrypted', () => {
  const said = `${resource('STATE', { phase: 'ready', encryptionProvider: 'luks2' })}\n${resource('EPHEMERAL', { phase: 'ready' })}`
  const { items } = talosVolumes.parse(output(`node cp\n${said}\nnode w\nended\n`), host, lab)

  expect(items).toEqual([
    { node: 'cp', name: 'STATE', phase: 'ready', encryption: 'luks2' },
    { node: 'cp', name: 'EPHEMERAL', phase: 'ready' },
  ])
})

test('an extension has the name in its metadata', () => {
  const said = resource('0', { metadata: { name: 'iscsi-tools', version: 'v0.2.0' } })
  const { items } = talosExtensions.parse(output(`node cp\n${said}\nnode w\nended\n`), host, lab)

  expect(items).toEqual([{ node: 'cp', name: 'iscsi-tools', version: 'v0.2.0' }])
})

test('sockets are read with their programs, and a node has to name its own API', () => {
  const head = 'Proto Recv-Q Send-Q Local Address Foreign Address State PID/Program name'
  const api = 'tcp6 0 0 :::50000 :::* LISTEN 1512/apid'
  const cp = `${head}\n${api}\nudp 0 0 127.0.0.1:323 0.0.0.0:*`
  const look = (w: string) =>
    talosListeners.parse(output(`node cp\n${cp}\nnode w\n${w}\nended\n`), host, lab)

  expect(look(`${head}\n${api}`)).toMatchObject({
    items: [
      { node: 'cp', protocol: 'tcp', address: '::', port: 50000, program: 'apid' },
      { node: 'cp', protocol: 'udp', address: '127.0.0.1', port: 323 },
      { node: 'w', port: 50000 },
    ],
    complete: true,
  })
  expect(look(head)).toMatchObject({ complete: false })
})

/** Cells aligned as talosctl aligns them. */
const table = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(Math.max(...rows.map((one) => one[i]?.length ?? 0)) + 3))
        .join(''),
    )
    .join('\n')

test('etcd tells of members, room and alarms', () => {
  const id = 'ecebb05b59a776f1'
  const members = table(
    ['NODE', 'ID', 'HOSTNAME', 'PEER URLS', 'LEARNER'],
    ['192.0.2.1', id, 'cp', 'https://192.0.2.1:2380', 'false'],
  )
  const status = table(
    ['NODE', 'MEMBER', 'DB SIZE', 'IN USE', 'LEADER', 'LEARNER', 'ERRORS'],
    ['192.0.2.1', id, '17 MB', '4.5 MB (26.10%)', id, 'false', ''],
  )
  const said = (alarms: string) =>
    talosEtcd.parse(
      output(`members\n${members}\nstatus\n${status}\nalarms\n${alarms}ended\n`),
      host,
      lab,
    )

  expect(said('')).toEqual({
    members: [{ id, hostname: 'cp', isLearner: false }],
    statuses: [{ member: id, leader: id, databaseBytes: 17e6, inUseBytes: 4.5e6 }],
    alarms: [],
  })
  const full = table(['NODE', 'MEMBER', 'ALARM'], ['192.0.2.1', id, 'NOSPACE'])
  expect(said(`${full}\n`).alarms).toEqual([{ member: id, alarm: 'NOSPACE' }])
})

test('files have names, sizes and times', () => {
  const stdout = 'node cp\n1042 1795262340 kube-apiserver.log\nended\n'

  expect(talosAuditFiles.parse(output(stdout), host, lab)).toEqual({
    items: [
      {
        node: 'cp',
        name: 'kube-apiserver.log',
        bytes: 1042,
        modifiedAt: '2026-11-21T11:59:00.000Z',
      },
    ],
    complete: true,
  })
})

test('roles are those of the certificate, and a refusal shows that they count', () => {
  expect(
    talosAccess.parse(
      output('{"roles":["os:reader"]}\nnode cp refused\nnode w silent\nended\n'),
      host,
      lab,
    ),
  ).toEqual({
    roles: ['os:reader'],
    nodes: [
      { node: 'cp', answer: 'refused' },
      { node: 'w', answer: 'silent' },
    ],
  })
})
