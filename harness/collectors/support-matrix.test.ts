import { expect, test } from 'vitest'
import { supportMatrix } from './support-matrix.ts'
import { inventory } from './text/stage.ts'

const read = (page: string) =>
  supportMatrix.read({ list: async () => [], read: async () => page }, inventory)

test('releases are text, and stay as they are written', async () => {
  expect(
    await read(
      'comparedOn: "2026-10-01"\ntalos: { "1.10": ["1.30"] }\nends: { a/b: "2027-01-01" }',
    ),
  ).toEqual({
    comparedOn: '2026-10-01',
    talos: { '1.10': ['1.30'] },
    ends: { 'a/b': '2027-01-01' },
  })
})

test('numbers are not releases: 1.10 would be 1.1', async () => {
  await expect(read('comparedOn: "2026-10-01"\ntalos: { "1.10": [1.30] }')).rejects.toThrow('text')
})
