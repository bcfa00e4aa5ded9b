import { expect, test } from 'vitest'
import { architecturePage } from './architecture-page.ts'
import { inventory } from './text/stage.ts'

const read = (pages: Readonly<Record<string, string>>) =>
  architecturePage.read(
    { list: async () => Object.keys(pages), read: async (path) => pages[path] ?? '' },
    inventory,
  )

test('links are followed to files, folders and headings, letter by letter', async () => {
  const page = await read({
    'docs/ARCHITECTURE.md':
      '[a](OPERATIONS.md#goals) [b](Operations.md) [c](decisions/) [d](OPERATIONS.md#none)\n\n' +
      '**Last Updated**: November 2025  \n**Maintainer**: Eva\n',
    'docs/OPERATIONS.md': '## Goals\n',
    'docs/decisions/ADR-001.md': '',
  })

  expect(page).toMatchObject({ updatedOn: '2025-11-01', maintainer: 'Eva' })
  expect(page.links.map(({ exists, hasAnchor }) => ({ exists, hasAnchor }))).toEqual([
    { exists: true, hasAnchor: true },
    { exists: false, hasAnchor: true },
    { exists: true, hasAnchor: true },
    { exists: true, hasAnchor: false },
  ])
})

test.each(['', '**Last Updated**: soon', '**Last Updated**: Movember 2025'])(
  'a page that says "%s" names no day',
  async (line) => {
    expect(await read({ 'ARCHITECTURE.md': line })).not.toHaveProperty('updatedOn')
  },
)

test('a lab without such a page is not asked', async () => {
  await expect(read({ 'README.md': '' })).rejects.toThrow('not exactly one page')
})
