import { expect, test } from 'vitest'
import { codeRuns } from './code-runs.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, tofu: { host: 'ops', repository: '/srv/homelab', roots: ['a'] } }
const read = (files: Readonly<Record<string, string>>) =>
  codeRuns.read(
    { list: async () => Object.keys(files), read: async (path) => files[path] ?? '' },
    lab,
  )

test('calls are found in pipelines and scripts, whatever stands before them', async () => {
  expect(
    await read({
      '.github/workflows/a.yml':
        'run: tofu -chdir=a plan\n# terraform plan\nuses: hashicorp/setup-terraform',
      'ci/a.sh': 'cd a && /usr/bin/terraform init && x=$(tofu show -json)',
      'docs/a.md': 'terraform apply',
    }),
  ).toEqual([
    { file: '.github/workflows/a.yml', line: 1, program: 'tofu' },
    { file: 'ci/a.sh', line: 1, program: 'terraform' },
    { file: 'ci/a.sh', line: 1, program: 'tofu' },
  ])
})
