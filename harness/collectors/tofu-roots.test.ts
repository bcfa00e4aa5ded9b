import { expect, test } from 'vitest'
import { codeHistory } from './code-history.ts'
import { secretFindings } from './secret-findings.ts'
import { read } from './text/answer.ts'
import { host, inventory } from './text/stage.ts'
import { tofuChecks } from './tofu-checks.ts'
import { tofuRoots } from './tofu-roots.ts'

const lab = { ...inventory, tofu: { host: 'vm102', repository: '/srv/homelab', roots: ['a', 'b'] } }
const output = (stdout: string) => ({ status: 0, stdout, stderr: '' })
const roots = (stdout: string) => tofuRoots.parse(output(stdout), host, lab)
const commit = 'a'.repeat(40)

const plan = (exit: string, more = '') =>
  `exit ${exit}\nplan {"version":"1.2","at":"2026-11-21T03:00:00Z","errored":false,"changes":[{"address":"x.y","actions":["no-op"]}],"outputs":[],"drift":[]}${more}\n`
const A = `root a\nworkspace default\nbackend s3\n${plan('0')}state [{"address":"x.y","type":"x","id":101,"name":"cp","node":"pve","vlanAware":null,"ports":null}]\n`

test('a root has a plan and what it manages', () => {
  const found = roots(`${A}root b\nworkspace default\nbackend none\nexit 1\nstate []\nended\n`)

  expect(found).toMatchObject([
    {
      root: 'a',
      backend: 's3',
      plan: { isEmpty: true, hasErrors: false },
      resources: [{ address: 'x.y', type: 'x', vmid: 101, name: 'cp', node: 'pve' }],
    },
    { root: 'b', backend: 'none', resources: [] },
  ])
  expect(found[1]).not.toHaveProperty('plan')
})

test.each([
  ['a root that is missing', `${A}ended\n`],
  ['no end', A],
  [
    'a plan of a later format',
    `${A}root b\nworkspace d\nbackend s3\n${plan('0').replace('"1.2"', '"2.0"')}state []\nended\n`,
  ],
  [
    'an exit status without a plan',
    `${A}root b\nworkspace d\nbackend s3\nexit 0\nstate []\nended\n`,
  ],
])('%s is not understood', (_, stdout) => {
  expect(() => roots(stdout)).toThrow()
})

test('what is not formatted and not valid is named', () => {
  const said =
    'version 1.10.6\nunformatted a/x.tf\nvalid a {"valid":true,"errors":[]}\nvalid b {"valid":false,"errors":["b/x.tf: Unsupported"]}\nended\n'

  expect(tofuChecks.parse(output(said), host, lab)).toMatchObject({
    version: '1.10.6',
    unformatted: ['a/x.tf'],
    roots: [{ isValid: true }, { root: 'b', isValid: false, errors: ['b/x.tf: Unsupported'] }],
  })
  expect(() => tofuChecks.parse(output('version 1\nended\n'), host, lab)).toThrow(
    'nothing was said',
  )
})

test('the log tells of signatures and merges, and of state that was ever added', () => {
  const head = `branch main\nhead ${commit}\nshallow false\ncontained yes\n`

  expect(
    read(
      codeHistory,
      `${head}commit ${commit}@1795836488 G ${commit} ${commit}\nstate a.tfstate\nended\n`,
    ),
  ).toEqual({
    defaultBranch: 'main',
    remoteHead: commit,
    isInRemote: true,
    isShallow: false,
    commits: [{ id: commit, at: '2026-11-28T03:28:08.000Z', signature: 'G', parents: 2 }],
    stateFiles: ['a.tfstate'],
  })
  expect(() => read(codeHistory, 'branch \nhead \nshallow false\ncontained yes\nended\n')).toThrow()
  expect(() => read(codeHistory, `${head}commit x\nended\n`)).toThrow()
})

test('a scan that is blind, or sees a part, is not whole', () => {
  const scan = (bait: number, shallow: boolean) =>
    read(secretFindings, `bait ${bait}\nshallow ${shallow}\ncommits 7\nfound []\nended\n`)

  expect(scan(3, false)).toEqual({ items: [], complete: true })
  expect(scan(0, false)).toMatchObject({ complete: false })
  expect(scan(3, true)).toMatchObject({ complete: false })
})
