import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '../run/load.ts'
import { plumb } from './plumb.test-run.ts'

let out: string
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-drill-'))
})
afterAll(() => rm(out, { recursive: true, force: true }))

const lab = ['--lab', 'zero-trust'] as const

test('--dry-run says what would be touched, and touches nothing', async () => {
  const { exit, stdout } = await plumb(['drill', 'lxc-loss', ...lab, '--dry-run', '--out', out])
  expect(stdout).toContain('writes to proxmox')
  expect(stdout).toContain('lxc-stop -n 104 -k')
  expect(stdout).toMatch(/also read \d+ controls read what it touches/)
  expect(await readdir(out)).toEqual([])
  expect(exit).toBe(0)
})

test('--dry-run tells of drills that wait for another target as well, and that they do', async () => {
  const { exit, stdout } = await plumb([
    'drill',
    '--lab',
    'talos-gitops',
    '--dry-run',
    '--out',
    out,
  ])
  expect(stdout).toContain('writes to pve')
  expect(stdout).toContain('NOT RUN HERE  talos-gitops/worker-node-recovery: qemu: Talos boots')
  expect(exit).toBe(0)
})

test('where nothing can be disturbed every drill is named as not run, and nothing passes', async () => {
  const { exit, stdout } = await plumb(['drill', ...lab, '--target', 'embedded', '--out', out])
  expect(stdout).toContain('NOT RUN HERE  zero-trust/media-server-crash')
  expect(stdout).toContain('nothing was drilled')
  expect(exit).toBe(3)
})

test('a name that is of no drill is answered with the nearest', async () => {
  const { exit, stderr } = await plumb(['drill', 'media-server-crsh', ...lab, '--out', out])
  expect(stderr).toContain('there is no drill "media-server-crsh"; did you mean')
  expect(exit).toBe(4)
})

test('with nothing to undo --recover says so', async () => {
  const { exit, stdout } = await plumb(['drill', '--recover', '--out', out])
  expect(stdout).toContain(`no drill that writes to ${out} was interrupted`)
  expect(stdout).toContain('there is nothing to undo')
  expect(exit).toBe(0)
})

test('--recover finds a lab by its file as by its name, and refuses one that is none', async () => {
  const head = { lab: 'zero-trust', file: 'zero-trust', target: 'containers', allow: [] }
  const log = join(out, 'zero-trust.drill.jsonl')
  const dead = { kind: 'head', ...head, by: { pid: 2 ** 22 + 1, since: '' } }
  await writeFile(log, `${JSON.stringify(dead)}\n`)
  const file = 'fixtures/labs/zero-trust/lab.yaml'
  const { stdout } = await plumb(['drill', '--recover', '--lab', file, '--out', out])
  expect(stdout).toContain('zero-trust: nothing had been done yet')

  const odd = await plumb(['drill', '--recover', '--lab', 'zero-trst', '--out', out])
  expect(odd.stderr).toContain('zero-trst')
  expect(odd.exit).toBe(4)
})

test('a target that is none is refused, also where nothing would be touched', async () => {
  const odd = await plumb(['drill', ...lab, '--target', 'contaners', '--dry-run', '--out', out])
  expect(odd.stderr).toContain('there is no target "contaners"; did you mean "containers"')
  expect(odd.exit).toBe(4)
})

test('the lab itself is refused before anybody is asked: host by host, and outside of a window', async () => {
  const text = await readFile(join(ROOT, 'fixtures/labs/zero-trust/lab.yaml'), 'utf8')
  const file = join(out, 'lab.yaml')
  const live = ['drill', 'media-server-crash', '--lab', file, '--target', 'live', '--out', out]
  await writeFile(file, text)
  const bare = await plumb(live)
  expect(bare.stderr).toContain('say --allow vm100')
  expect(bare.stderr).toContain('no window in `drills.windows` of lab.yaml approves that now')
  expect(bare.exit).toBe(4)

  const past = `{ from: 2026-01-01T00:00:00Z, until: 2026-01-02T00:00:00Z, hosts: [vm100], approvedBy: ana }`
  await writeFile(file, `${text}\ndrills: { windows: [${past}] }\n`)
  const late = await plumb([...live, '--allow', 'vm100'])
  expect(late.stderr).not.toContain('say --allow')
  expect(late.stderr).toContain('no window')
  expect(late.exit).toBe(4)

  await writeFile(file, `${text}\ndrills: { windows: [${past.replace('vm100', 'vm10')}] }\n`)
  const odd = await plumb(live)
  expect(odd.stderr).toContain('there is no host "vm10"; did you mean "vm100"')
  expect(odd.exit).toBe(4)
})
