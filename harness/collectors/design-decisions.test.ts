import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { designDecisions } from './design-decisions.ts'

const inventory = { profiles: ['zero-trust'] } as unknown as Inventory
const read = (page: string) =>
  designDecisions.read({ list: async () => [], read: async () => page }, inventory)

test('a decision is told with its state, what it is about and how much it says', async () => {
  const page = [
    '# Decisions',
    '## gpu-vm: the GPU belongs to one VM',
    '- Status: superseded by gpu-lxc',
    '- Date: 2025-04-06',
    '- Concerns: vm100, jellyfin',
    '### Alternatives',
    'Two words - and 3 more.',
    '### Consequences',
    '## Notes',
  ].join('\n')
  expect(await read(page)).toEqual([
    {
      name: 'gpu-vm',
      status: 'superseded',
      supersededBy: 'gpu-lxc',
      decidedOn: '2025-04-06',
      concerns: ['vm100', 'jellyfin'],
      words: { alternatives: 4, consequences: 0 },
    },
  ])
})

test('what it does not say, or says otherwise, is not there', async () => {
  expect(await read('## no-ha: recovery\n- Date: last spring\n')).toEqual([
    { name: 'no-ha', concerns: [], words: {} },
  ])
})
