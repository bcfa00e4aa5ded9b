import { expect, test } from 'vitest'
import { Unseen } from '../model/unseen.ts'
import { printing } from '../transports/printing.test-tool.ts'
import { tailscalePrefs } from './tailscale-prefs.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) =>
  tailscalePrefs.parse({ status: 0, stdout, stderr: '' }, host, inventory)
/** As tailscale 1.102.5 prints them. */
const prefs = {
  ControlURL: 'https://controlplane.tailscale.com',
  RouteAll: false,
  ExitNodeID: '',
  ExitNodeIP: '',
  RunSSH: false,
  WantRunning: true,
  ShieldsUp: false,
  AdvertiseTags: null,
  AdvertiseRoutes: ['0.0.0.0/0', '::/0', '192.168.1.0/24'],
  AdvertiseServices: null,
  AutoUpdate: { Check: true, Apply: null },
  AppConnector: { Advertise: true },
  Config: { PrivateNodeKey: 'privkey:5ec2e7', NodeID: 'n1', UserProfile: { LoginName: 'ana@x' } },
}
const travelled = (change: object) =>
  printing(tailscalePrefs.command, JSON.stringify({ ...prefs, ...change }, null, '\t'))

test('reads the prefs of tailscale 1.102', () => {
  expect(read(travelled({}))).toEqual({
    wantsRunning: true,
    advertisedRoutes: ['0.0.0.0/0', '::/0', '192.168.1.0/24'],
    advertisedServices: [],
    isAppConnector: true,
    acceptsRoutes: false,
    runsSsh: false,
    shieldsUp: false,
  })
})

test('an exit node is named by its id or by its address', () => {
  expect(read(travelled({ ExitNodeID: 'n7' })).exitNode).toBe('n7')
  expect(read(travelled({ ExitNodeIP: '100.64.0.9' })).exitNode).toBe('100.64.0.9')
})

test('the keys of the node stay on the host', () => {
  expect(travelled({})).not.toMatch(/privkey|LoginName|ControlURL/)
})

test('a setting that is missing is not a setting that is off', () => {
  for (const name of ['RunSSH', 'RouteAll', 'AppConnector', 'AdvertiseRoutes', 'WantRunning'])
    expect(() => read(travelled({ [name]: undefined }))).toThrow(Unseen)
  expect(() => read('"RunSSH": false\n"RunSSH": true\n')).toThrow('names a setting twice')
})
