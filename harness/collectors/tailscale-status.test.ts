import { expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { printing } from '../transports/printing.test-tool.ts'
import { tailscaleStatus } from './tailscale-status.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  tailscaleStatus.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const self = {
  DNSName: 'vm100.tail1.ts.net.',
  Tags: ['tag:compute'],
  Online: true,
  ExitNodeOption: false,
  CapMap: { https: null, funnel: null },
  Capabilities: ['https', 'https://tailscale.com/cap/is-owner'],
}
const status = {
  Version: '1.102.5',
  BackendState: 'Running',
  AuthURL: '',
  TailscaleIPs: ['100.64.0.100'],
  Self: self,
  Health: [],
  Peer: { 'nodekey:1': { DNSName: 'guest.tail2.ts.net.', ShareeNode: true } },
}

test('reads what tailscaled 1.102 says of itself', () => {
  expect(read(JSON.stringify(status))).toEqual({
    version: '1.102.5',
    state: 'Running',
    isOnline: true,
    name: 'vm100',
    addresses: ['100.64.0.100'],
    tags: ['tag:compute'],
    capabilities: ['funnel', 'https', 'https://tailscale.com/cap/is-owner'],
    routes: [],
    isExitNode: false,
    usesExitNode: false,
    health: [],
    peers: [{ name: 'guest', isSharedTo: true }],
  })
})

test('a daemon that nobody logged in has no addresses, which is an answer', () => {
  const empty = { ...self, DNSName: '', Online: false, Tags: undefined }
  const seen = read(
    JSON.stringify({
      ...status,
      BackendState: 'NeedsLogin',
      TailscaleIPs: null,
      Peer: null,
      Self: empty,
    }),
  )

  expect(seen).toMatchObject({ state: 'NeedsLogin', isOnline: false, addresses: [], peers: [] })
})

test('the URL of a pending login stays on the host', () => {
  const pending = { ...status, AuthURL: 'https://login.tailscale.com/a/5ec2e7' }

  expect(printing(tailscaleStatus.command, JSON.stringify(pending, null, 2))).not.toContain(
    '5ec2e7',
  )
})

test('refuses a status without a node in it', () => {
  expect(() => read(JSON.stringify({ ...status, Self: null }))).toThrow(Unseen)
  expect(() => read('Tailscale is stopped.')).toThrow(Unseen)
})
