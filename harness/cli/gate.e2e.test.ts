import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plumb } from './plumb.test-run.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-gate-'))
  const labs = ['--lab', 'zero-trust', '--lab', 'talos-gitops']
  expect((await plumb(['verify', ...labs, '--no-report', '-q', '--out', out])).exit).toBe(0)
})
afterAll(() => rm(out, { recursive: true, force: true }))

async function gate(lab: string, option: string, text: string, ...more: readonly string[]) {
  const file = join(out, `change-${Math.random().toString(36).slice(2)}`)
  await writeFile(file, text)
  const host = more.find((word) => word.startsWith('@')) ?? ''
  const rest = more.filter((word) => word !== host)
  const args = ['gate', '--lab', lab, option, `${file}${host}`, '--out', out]
  const { exit, stdout, stderr } = await plumb([...args, ...rest])
  // Lines are broken to the width of a terminal.
  return { exit, stderr, stdout: stdout.replace(/\s+/g, ' ') }
}

const resource = (change: object, more: object = {}) => ({
  address: 'proxmox_virtual_environment_container.vaultwarden',
  type: 'proxmox_virtual_environment_container',
  change: { before: null, after: null, after_unknown: {}, ...change },
  ...more,
})
const planOf = (...resources: readonly object[]) =>
  JSON.stringify({ format_version: '1.2', resource_changes: resources })
const vaultwarden = { vm_id: 104, node_name: 'pve', unprivileged: true, started: true }
const nothing = planOf(
  resource({ actions: ['no-op'], before: vaultwarden, after: vaultwarden }),
  resource(
    { actions: ['update'], before: { ttl: 60 }, after: { ttl: 300 } },
    { address: 'cloudflare_record.blog', type: 'cloudflare_record' },
  ),
)

describe('a plan', () => {
  test('that makes a guest privileged is refused, with the control that it would break', async () => {
    const after = { ...vaultwarden, unprivileged: false }
    const plan = planOf(resource({ actions: ['update'], before: vaultwarden, after }))
    const { exit, stdout } = await gate('zero-trust', '--plan', plan)
    expect(stdout).toContain('✗ breaks Every LXC is configured as unprivileged')
    expect(stdout).toContain('zero-trust/service-lxcs-are-configured-unprivileged')
    expect(exit).toBe(2)
  })

  test('that changes nothing which matters passes, and says what no fact is about', async () => {
    const { exit, stdout } = await gate('zero-trust', '--plan', nothing)
    expect(stdout).toContain('is about cloudflare_record.blog (update)')
    expect(stdout).toContain('exit 0')
    expect(exit).toBe(0)
  })

  test('with unknown values in what matters cannot be told', async () => {
    const { unprivileged: _, ...after } = vaultwarden
    const after_unknown = { unprivileged: true }
    const plan = planOf(
      resource({ actions: ['update'], before: vaultwarden, after, after_unknown }),
    )
    const { exit, stdout } = await gate('zero-trust', '--plan', plan)
    expect(stdout).toContain('is known only after apply')
    expect(exit).toBe(1)
  })

  test('with a setting that nobody here knows cannot be told', async () => {
    const after = { ...vaultwarden, hookscript: 'local:snippets/a.sh' }
    const plan = planOf(resource({ actions: ['update'], before: vaultwarden, after }))
    const { exit, stdout } = await gate('zero-trust', '--plan', plan)
    expect(stdout).toContain('nobody here knows what hookscript')
    expect(exit).toBe(1)
  })

  test.each([
    ['{"format_version":"1.2","errored":true,"resource_changes":[]}', 'ended with an error'],
    ['{"format_version":"9.0","resource_changes":[]}', 'format_version 9.0 is not known'],
    ['{', 'tofu show -json'],
  ])('that is none (%j) is bad input', async (text, says) => {
    const { exit, stderr } = await gate('zero-trust', '--plan', text)
    expect(stderr).toContain(says)
    expect(exit).toBe(4)
  })
})

const published = `
name: vault
services:
  vaultwarden:
    image: vaultwarden/server:1.32.0
    user: "1000:1000"
    ports: ["0.0.0.0:8222:80"]
`

describe('a Compose file', () => {
  test('that publishes Vaultwarden on every address is refused', async () => {
    const { exit, stdout } = await gate('zero-trust', '--compose', published, '@vm100')
    expect(stdout).toContain('✗ breaks Only media workloads answer on the LAN')
    expect(stdout).toContain('"port":8222')
    expect(exit).toBe(2)
  })

  test('for a host without Docker, or none, is bad input that names those with it', async () => {
    for (const at of ['@', '@vm102']) {
      const { exit, stderr } = await gate('zero-trust', '--compose', published, at)
      expect(stderr).toContain('vm100')
      expect(exit).toBe(4)
    }
  })

  test('with variables is bad input, and says how to fill them', async () => {
    const text = published.replace('1.32.0', '$TAG')
    const { exit, stderr } = await gate('zero-trust', '--compose', text, '@vm100')
    expect(stderr).toContain('docker compose config')
    expect(exit).toBe(4)
  })
})

const deployment = (resources: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: planned, namespace: APP }
spec:
  replicas: 1
  selector: { matchLabels: { app: planned } }
  template:
    metadata: { labels: { app: planned } }
    spec:
      containers:
      - name: planned
        image: ghcr.io/example/planned:1.0.0
        ${resources}
`

describe('manifests', () => {
  test('without limits are refused', async () => {
    const snapshot = JSON.parse(await readFile(join(out, 'talos-gitops/snapshot.json'), 'utf8'))
    const [{ namespace }] = snapshot.inventory.kubernetes.applications
    const text = deployment('').replace('APP', namespace)
    const { exit, stdout } = await gate('talos-gitops', '--manifests', text)
    expect(stdout).toContain('talos-gitops/resource-requests-and-limits')
    expect(exit).toBe(2)
  })

  test('that no API would take are bad input', async () => {
    const { exit, stderr } = await gate('talos-gitops', '--manifests', 'a: [')
    expect(stderr).toContain('not manifests of Kubernetes')
    expect(exit).toBe(4)
  })
})

const RULES = `
table inet filter {
  chain input { type filter hook input priority 0; policy drop; ct state established,related accept; }
  chain forward { type filter hook forward priority 0; policy drop; ct state established,related accept; }
}
FORWARD
`
const FORWARD = `
table ip nat {
  chain prerouting {
    type nat hook prerouting priority dstnat; policy accept;
    tcp dport 8443 dnat to 192.168.1.104:443
  }
}
`
// Where nobody may make a network namespace, or there is no nft, the run names these tests as not run.
const canLoad = spawnSync('unshare', ['-rn', 'nft', 'list', 'ruleset']).status === 0

describe.skipIf(!canLoad)('a ruleset', () => {
  test('that forwards a port is refused', async () => {
    const text = RULES.replace('FORWARD', FORWARD)
    const { exit, stdout } = await gate('zero-trust', '--nft', text, '@router')
    expect(stdout).toContain('zero-trust/router-has-no-static-port-forwards')
    expect(exit).toBe(2)
  })

  test('that nft does not accept is bad input', async () => {
    const { exit, stderr } = await gate('zero-trust', '--nft', 'table inet {', '@router')
    expect(stderr).toContain('nft does not accept it')
    expect(exit).toBe(4)
  })
})

const GLOBAL = `# Global parameters
[global]
\tconfig backend = file
\tidmap config * : backend = tdb
\tmap to guest = Never
\tregistry shares = No
\trestrict anonymous = 2
\tserver min protocol = SMB3_00
\tserver signing = required
\tusershare max shares = 0
${'admin users,force group,force user,include,invalid users,path,read list,valid users,write list'
  .split(',')
  .map((key) => `\t${key} = `)
  .join('\n')}
\tguest ok = No
\tguest only = No
\tprintable = No
\tread only = Yes
\tserver smb encrypt = required
\twide links = No
`
const SHARES = `
[media]
\tpath = /srv/pool/media
\tvalid users = svc-media svc-ingest
\twrite list = svc-ingest

[nextcloud]
\tpath = /srv/pool/nextcloud
\tread only = No
\tvalid users = svc-nextcloud

[calibre]
\tpath = /srv/pool/calibre
\tread only = No
\tvalid users = svc-calibre
`

describe('a configuration of Samba', () => {
  test('that says what the server has today changes nothing', async () => {
    const { exit } = await gate('zero-trust', '--samba', GLOBAL + SHARES, '@vm102')
    expect(exit).toBe(0)
  })

  test('that lets guests in is refused, and what was tried before is not believed', async () => {
    const open = SHARES.replace('[media]', '[media]\n\tguest ok = Yes')
    const { exit, stdout } = await gate('zero-trust', '--samba', GLOBAL + open, '@vm102')
    expect(stdout).toContain('✗ breaks Nobody logs on to the file server without an account')
    expect(stdout).toContain('? hides Each SMB account reaches its own share')
    expect(exit).toBe(2)
  })

  test('that says something no fact is about leaves nobody sure of where the server waits', async () => {
    const bound = GLOBAL.replace('\tidmap', '\tbind interfaces only = Yes\n\tidmap')
    const { exit, stdout } = await gate('zero-trust', '--samba', bound + SHARES, '@vm102')
    expect(stdout).toContain('where the server waits, and for whom, shows once it runs')
    expect(exit).toBe(1)
  })

  test('with a folder that nobody has looked at cannot be told', async () => {
    const moved = SHARES.replace('/srv/pool/calibre', '/srv/pool/books')
    const { exit, stdout } = await gate('zero-trust', '--samba', GLOBAL + moved, '@vm102')
    expect(stdout).toContain('nobody has looked at /srv/pool/books yet')
    expect(exit).toBe(1)
  })

  test.each([
    ['[global]\n\tmap to guest = Never\n', 'testparm -s -v FILE'],
    [GLOBAL.replace('\twide links = No\n', '') + SHARES, 'does not show "wide links"'],
  ])('without its defaults is bad input', async (text, says) => {
    const { exit, stderr } = await gate('zero-trust', '--samba', text, '@vm102')
    expect(stderr).toContain(says)
    expect(exit).toBe(4)
  })
})

test('what failed in the baseline already does not count, and only that', async () => {
  const fault = 'zero-trust/service-lxcs-are-configured-unprivileged'
  const sick = join(out, 'sick')
  const args = ['--lab', 'zero-trust', '--no-report', '-q', '--out', sick]
  expect((await plumb(['verify', ...args, '--fault', fault])).exit).toBe(2)
  const [snapshot, run] = ['snapshot.json', 'run.json'].map((name) =>
    join(sick, 'zero-trust', name),
  )
  const after = { ...vaultwarden, tags: ['vault'] }
  const plan = planOf(resource({ actions: ['update'], before: vaultwarden, after }))
  const sickly = ['--snapshot', snapshot ?? '']

  const { exit, stdout } = await gate('zero-trust', '--plan', plan, ...sickly)
  expect(stdout).toContain('✗ fails already')
  expect(exit).toBe(2)
  expect((await gate('zero-trust', '--plan', plan, ...sickly, '--baseline', run ?? '')).exit).toBe(
    0,
  )
})

test('a baseline of another lab or target excuses nothing', async () => {
  const [own, other] = ['zero-trust', 'talos-gitops'].map((lab) => join(out, lab, 'run.json'))
  const elsewhere = join(out, 'elsewhere.json')
  const run = JSON.parse(await readFile(own ?? '', 'utf8'))
  await writeFile(elsewhere, JSON.stringify({ ...run, target: 'live' }))
  for (const [baseline, says] of [
    [other, 'is of talos-gitops on embedded'],
    [elsewhere, 'is of zero-trust on live'],
  ]) {
    const { exit, stderr } = await gate(
      'zero-trust',
      '--plan',
      nothing,
      '--baseline',
      baseline ?? '',
    )
    expect(stderr).toContain(says)
    expect(exit).toBe(4)
  }
})

test('what was seen on another target than the one that is named is not believed', async () => {
  const { exit, stderr } = await gate('zero-trust', '--plan', nothing, '--target', 'live')
  expect(stderr).toContain('was taken on embedded, not on live')
  expect(exit).toBe(4)
  const unnamed = await gate('zero-trust', '--plan', nothing)
  expect(unnamed.stdout).toMatch(/seen \S+ \S+ UTC on embedded,/)
  expect(unnamed.exit).toBe(0)
})

test('a run that is too old, or none, is told with what to do', async () => {
  const none = await gate('zero-trust', '--plan', nothing, '--snapshot', '/nowhere/snapshot.json')
  expect(none.stderr).toContain('give the path of a snapshot.json')
  expect(none.exit).toBe(4)
  const old = await gate('zero-trust', '--plan', nothing, '--max-age', '1ms')
  expect(old.stderr).toContain('run `plumb verify`, or use --fresh')
  expect(old.exit).toBe(4)
})

test('without a change there is nothing to judge', async () => {
  const { exit, stderr } = await plumb(['gate', '--lab', 'zero-trust'])
  expect(stderr).toContain('--plan <file>')
  expect(exit).toBe(4)
})
