import { expect, test } from 'vitest'
import { decisionRecords } from './decision-records.ts'
import { packageBaseline } from './package-baseline.ts'
import { inventory } from './text/stage.ts'
import { trackedWaivers } from './tracked-waivers.ts'

const documents = (files: Readonly<Record<string, string>>) => ({
  list: async () => Object.keys(files).sort(),
  read: async (path: string) => files[path] ?? '',
})
const lab = {
  ...inventory,
  decisions: { folder: 'adr', waivers: 'waivers.yaml' },
  baseline: { packages: 'packages.txt', extras: [], units: [] },
}
const RECORD =
  '---\nid: ADR-0001\nstatus: accepted\ndate: 2026-01-02\nscope:\n  - guest:101\n  - "role:lyra"\nsupersedes: [ADR-0000]\n---\n# x\n'

test('a record is what its front matter says', async () => {
  const files = { 'adr/1.md': RECORD, 'adr/README.md': 'no', 'docs/x.md': 'no' }
  expect(await decisionRecords.read(documents(files), lab)).toEqual([
    {
      path: 'adr/1.md',
      id: 'ADR-0001',
      status: 'accepted',
      date: '2026-01-02',
      scope: ['guest:101', 'role:lyra'],
      supersedes: ['ADR-0000'],
    },
  ])
})

test.each([
  '# x',
  '---\nid: 1\n---\n',
  RECORD.replace('accepted', ''),
  RECORD.replace('scope:', '?'),
])('a page such as %j is refused', async (page) => {
  await expect(decisionRecords.read(documents({ 'adr/1.md': page }), lab)).rejects.toThrow()
})

test('waivers as they are committed', async () => {
  const one = '- control: a/b\n  offender: { host: x }\n  because: ADR-0001\n  until: 2026-05-01\n'
  const read = (text: string) => trackedWaivers.read(documents({ 'waivers.yaml': text }), lab)
  expect(await read('# none\n[]\n')).toEqual([])
  expect(await read(`# c\n${one}`)).toEqual([
    { control: 'a/b', offender: '{ host: x }', because: 'ADR-0001', until: '2026-05-01' },
  ])
  await expect(read('- control: a/b\n')).rejects.toThrow('has no offender')
})

test('a list of packages is one of Proxmox VE, a name a line', async () => {
  const read = (text: string) => packageBaseline.read(documents({ 'packages.txt': text }), lab)
  expect(await read('# x\ndpkg\npve-manager # y\n')).toEqual(['dpkg', 'pve-manager'])
  await expect(read('dpkg\n')).rejects.toThrow()
  await expect(read('pve-manager\ntwo words\n')).rejects.toThrow()
})

test('who has no decisions is not asked', async () => {
  await expect(decisionRecords.read(documents({}), inventory)).rejects.toThrow()
})
