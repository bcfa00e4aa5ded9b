import { expect, test } from 'vitest'
import { containerUidMaps } from './container-uid-maps.ts'
import { containers } from './containers.ts'
import { host, inventory } from './text/stage.ts'

const ROW = {
  id: '8027',
  name: '/jellyfin',
  image: 'jellyfin/jellyfin:10.10.7',
  status: 'running',
  running: true,
  startedAt: '2026-11-21T01:59:48.445309572Z',
  restartCount: 0,
  restartPolicy: 'unless-stopped',
  user: '1000:1000',
  privileged: false,
  capAdd: null,
  capDrop: ['ALL'],
  securityOptions: ['no-new-privileges'],
  pid: '',
  ipc: 'private',
  uts: '',
  network: 'default',
  userns: '',
  cgroup: 'host',
  devices: [{ PathOnHost: '/dev/dri', PathInContainer: '/dev/dri', CgroupPermissions: 'rwm' }],
  deviceRequests: [
    { Driver: '', Count: -1, DeviceIDs: null, Capabilities: [['gpu']], Options: {} },
  ],
  runtime: 'runc',
  mounts: [
    {
      Type: 'bind',
      Source: '/mnt/media',
      Destination: '/media',
      Mode: 'ro',
      RW: false,
      Propagation: 'rprivate',
    },
  ],
  health: null,
  envNames: ['PORT', 'PATH'],
}
const read = (...rows: readonly object[]) =>
  containers.parse(
    {
      status: 0,
      stdout: [...rows.map((row) => JSON.stringify(row)), 'listed\n'].join('\n'),
      stderr: '',
    },
    host,
    inventory,
  )

test('a container is read as its engine has it', () => {
  expect(read(ROW)).toMatchObject([
    {
      name: 'jellyfin',
      devices: ['/dev/dri'],
      deviceRequests: ['gpu'],
      capAdd: [],
      mounts: [{ source: '/mnt/media', isWritable: false }],
    },
  ])
})

test('no container is an answer, a list without its end is none', () => {
  expect(read()).toEqual([])
  expect(() =>
    containers.parse({ status: 0, stdout: JSON.stringify(ROW), stderr: '' }, host, inventory),
  ).toThrow('no end')
})

test.each(['privileged', 'capAdd', 'mounts', 'user', 'network'])(
  'without %s it is not understood',
  (key) => {
    expect(() => read({ ...ROW, [key]: undefined })).toThrow()
  },
)

test('values of variables, labels and command lines are not asked for', () => {
  const text = String(containers.command)

  expect(text).not.toMatch(/Labels|\.Args|\.Cmd|\.Path|json \.Config\.Env/)
})

test('the kernel names user, capabilities and filter of a process', () => {
  const stdout =
    'container /a 10 running\nUid 0\t0\t0\t0\nCapEff 00000000a80405fb\nCapBnd 00000000a80425fb\nNoNewPrivs 0\nSeccomp 2\nmap          0     100000      65536\nlisted\n'
  const [found] = containerUidMaps.parse({ status: 0, stdout, stderr: '' }, host, inventory)

  expect(found?.bounding).toContain('NET_RAW')
  expect(found?.bounding).toHaveLength(14)
  expect(found?.users).toEqual([{ inside: 0, host: 100_000, count: 65_536 }])
})

test('a process whose status is not whole is refused', () => {
  const stdout = 'container /a 10 running\nUid 0\t0\t0\t0\nmap 0 0 4294967295\nlisted\n'

  expect(() => containerUidMaps.parse({ status: 0, stdout, stderr: '' }, host, inventory)).toThrow(
    'CapBnd',
  )
})
