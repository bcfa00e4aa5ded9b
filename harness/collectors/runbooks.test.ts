import { expect, test } from 'vitest'
import type { Documents } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { runbooks } from './runbooks.ts'

const PAGE = `# Operations

- Offline copy: printed

## disk-loss

- Owner: ana
- Verified on: 2026-11-01

### Steps

\`\`\`sh vm102
# not-a-heading
snapraid status
\`\`\`

### Rollback

## Notes

Nothing.
`
const read = (page: string) => {
  const documents: Documents = { list: async () => [], read: async () => page }
  return runbooks.read(documents, {} as Inventory)
}

test('a runbook is a heading that is the name of a scenario; empty parts do not count', async () => {
  const { offlineCopy, runbooks: found } = await read(PAGE)
  expect(offlineCopy).toBe('printed')
  expect(found.map(({ digest, ...rest }) => rest)).toEqual([
    {
      scenario: 'disk-loss',
      owner: 'ana',
      verifiedOn: '2026-11-01',
      parts: ['steps'],
      commands: [
        {
          host: 'vm102',
          line: 'snapraid status',
          program: 'snapraid',
          units: [],
          paths: [],
          vmids: [],
        },
      ],
    },
  ])
})

test('the day it was tried is no part of what it says, all else is', async () => {
  const digest = async (page: string) => (await read(page)).runbooks[0]?.digest
  const before = await digest(PAGE)
  expect(await digest(PAGE.replace('2026-11-01', '2026-11-20'))).toBe(before)
  expect(await digest(PAGE.replace(/\n/g, '\r\n'))).toBe(before)
  expect(await digest(PAGE.replace('status', 'fix'))).not.toBe(before)
})
