import { expect, test } from 'vitest'
import { driftReports } from './drift-reports.ts'
import { read } from './text/answer.ts'

const commit = 'c'.repeat(40)
const said = `at plan.exit 1764300000\nplan.exit 2 ${commit} -detailed-exitcode -json\nat check.commit 1764300000\ncheck.commit ${commit} --check --diff\nat managed 1764300000\nmanaged s3\nmanaged 101\nchange proxmox_vm.web\nrecap web ok=5 changed=1 unreachable=0 failed=0 skipped=2 rescued=0 ignored=0\nended\n`

test('a plan, a rehearsal and a state are read', () => {
  const at = new Date(1764300000 * 1000).toISOString()
  expect(read(driftReports, said)).toEqual({
    plan: {
      at,
      exit: 2,
      commit,
      arguments: ['-detailed-exitcode', '-json'],
      changes: ['proxmox_vm.web'],
    },
    rehearsal: {
      at,
      commit,
      arguments: ['--check', '--diff'],
      recaps: [{ host: 'web', ok: 5, changed: 1, unreachable: 0, failed: 0, skipped: 2 }],
    },
    managed: { at, backend: 's3', vmids: [101] },
  })
})

test.each([
  ['without an end', said.replace('ended\n', '')],
  ['without a commit', said.replace(`plan.exit 2 ${commit}`, 'plan.exit 2')],
  ['without a recap', said.replace(/recap.*\n/, '')],
])('reports %s are not understood', (_, stdout) => {
  expect(() => read(driftReports, stdout)).toThrow()
})
