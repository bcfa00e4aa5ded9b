import { expect, test } from 'vitest'
import { tablesOf } from './tables.ts'

test('tables are told by heading, their cells by column', () => {
  const page = [
    '# Storage',
    '## Disks',
    'What there is.',
    '',
    '| Name | Mounted at |',
    '|---|:--|',
    '| d1 | `/mnt/disk1` |',
    '| d2 | /mnt/a\\|b |',
    '',
    '## Pool',
    '| Branch |',
    '| --- |',
    '| d1 |',
    '```',
    '| no | table |',
    '```',
  ].join('\n')
  expect(tablesOf(page)).toEqual([
    {
      heading: 'Disks',
      rows: [
        { Name: 'd1', 'Mounted at': '/mnt/disk1' },
        { Name: 'd2', 'Mounted at': '/mnt/a|b' },
      ],
    },
    { heading: 'Pool', rows: [{ Branch: 'd1' }] },
  ])
})

test.each([['## A\n| a | b |\n|---|---|\n| 1 |\n'], ['## A\n| a | b |\n| 1 | 2 |\n']])(
  'a table of another form is not guessed',
  (page) => {
    expect(() => tablesOf(page)).toThrow('another form')
  },
)
