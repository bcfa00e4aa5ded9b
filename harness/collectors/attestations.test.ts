import { expect, test } from 'vitest'
import { attestations } from './attestations.ts'
import { inventory } from './text/stage.ts'

const read = (page: string) =>
  attestations.read(
    {
      list: async () => ['docs/attestations/physical-access.md', 'docs/other.md'],
      read: async () => page,
    },
    inventory,
  )

test('who vouches, and since when', async () => {
  expect(await read('# A\n- Attested by: eva\n- Attested on: 2026-10-01\n')).toEqual([
    { about: 'physical-access', by: 'eva', on: '2026-10-01' },
  ])
})

test('a day that is none, and a name that is missing, are left out', async () => {
  expect(await read('- Attested by:\n- Attested on: last year\n')).toEqual([
    { about: 'physical-access' },
  ])
  await expect(read('- Attested on: 2026-10-01\n- Attested on: 2026-10-02')).rejects.toThrow(
    'twice',
  )
})
