import { expect, test } from 'vitest'
import { attestations } from './attestations.ts'
import { inventory } from './text/stage.ts'

const read = (page: string) =>
  attestations.read(
    {
      list: async () => ['docs/attestations/physical-access.md', 'docs/ups.log', 'docs/door.jpg'],
      read: async (path) => (path.endsWith('.md') ? page : 'it ran for nine minutes\n'),
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

test('until when, and what the person kept', async () => {
  const sha256 = '1'.repeat(64)
  const kept = (at: string) =>
    read(`- Valid until: 2027-04-01\n- Evidence: ${at}\n- SHA-256: ${sha256}\n`)

  expect(await kept('docs/ups.log')).toEqual([
    {
      about: 'physical-access',
      until: '2027-04-01',
      evidence: {
        at: 'docs/ups.log',
        sha256,
        found: 'b02c815a4eb24d6e8dc874e9c5654d11fc79ef05ef67d679b87fc9d5e345169b',
      },
    },
  ])
  // A photograph is no text: its digest is the person's word.
  expect((await kept('docs/door.jpg'))[0]?.evidence).toEqual({ at: 'docs/door.jpg', sha256 })
  // What is gone is no evidence; what is kept elsewhere is told in words.
  expect(await kept('docs/gone.log')).toEqual([{ about: 'physical-access', until: '2027-04-01' }])
  expect((await kept('a photograph in the safe'))[0]?.evidence?.sha256).toBe(sha256)
  expect(await read('- Evidence: docs/ups.log\n- SHA-256: none\n')).toEqual([
    { about: 'physical-access' },
  ])
})
