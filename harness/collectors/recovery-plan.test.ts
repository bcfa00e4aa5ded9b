import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { recoveryPlan } from './recovery-plan.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, iac: { plan: 'docs/dr.md' } } as unknown as Inventory
const reading = (text: string) =>
  recoveryPlan.read({ list: async () => [], read: async () => text }, lab)
const table = (row: string) =>
  `| Name | Critical | Owner | Order | Needs | Source |\n|---|---|---|---|---|---|\n${row}\n`
const page = (row: string) =>
  `# Plan\n\n- Reviewed on: 2026-01-02\n- Offline copy: a printed page\n\n## Services\n\n${table(row)}\n## Data\n\n${table('| photos | no |  |  | – | nas |')}\nRun \`ansible/site.yml\`.\n`

test('services and data are read, and what is left open stays open', async () => {
  expect(await reading(page('| web | yes | ana | 2 | db | nas, cloud |'))).toEqual({
    path: 'docs/dr.md',
    reviewedOn: '2026-01-02',
    offlineCopy: 'a printed page',
    services: [
      {
        name: 'web',
        isCritical: true,
        owner: 'ana',
        order: 2,
        needs: ['db'],
        sources: ['nas', 'cloud'],
      },
    ],
    data: [{ name: 'photos', isCritical: false, needs: [], sources: ['nas'] }],
    paths: ['ansible/site.yml'],
  })
  expect((await reading(page('| web | perhaps | | | | |'))).services).toEqual([
    { name: 'web', needs: [], sources: [] },
  ])
})

test('a page without its tables is not understood', async () => {
  await expect(reading('# Plan\n')).rejects.toThrow()
})
