import { expect, test } from 'vitest'
import { structuralPage } from './structural-page.ts'
import { inventory } from './text/stage.ts'

const read = (files: Readonly<Record<string, string>>) =>
  structuralPage.read(
    {
      list: async () => Object.keys(files).sort(),
      read: async (path) => {
        const text = files[path]
        if (text === undefined) throw new Error(`${path} is not tracked`)
        return text
      },
    },
    { ...inventory, decisions: { folder: 'adr' } },
  )

test('the overview, the link to it, and what reads like a procedure', async () => {
  const page = '# A\n\n[o](./00-overview.md#top) [p](install.part.md)\n\n```mermaid\nx\n```\n'
  expect(
    await read({
      'docs/01-architecture.md': page,
      'docs/00-overview.md': '# O\n\n**Version:** 1.4\n\n## Scope\n\nAll of it.\n',
      'docs/install.part.md': '# I\n\n    sudo apt install x\n\n```sh\nls\n```\n',
    }),
  ).toEqual({
    path: 'docs/01-architecture.md',
    overviewLink: 'docs/00-overview.md',
    parts: [
      { path: 'docs/01-architecture.md', languages: ['mermaid'], typed: [] },
      { path: 'docs/install.part.md', languages: ['sh'], typed: ['    sudo apt install x'] },
    ],
    overview: { path: 'docs/00-overview.md', bytes: 44, version: '1.4', hasScope: true },
  })
})

test('an overview that is not tracked is absent, and a stub says nothing', async () => {
  const page = '# A\n'
  expect(await read({ 'docs/01-architecture.md': page })).not.toHaveProperty('overview')
  const { overview } = await read({
    'docs/01-architecture.md': page,
    'docs/00-overview.md': '../x',
  })
  expect(overview).toEqual({ path: 'docs/00-overview.md', bytes: 4, hasScope: false })
})

test('what is included is a part, whatever its name, and so is what that includes', async () => {
  const page = { 'docs/01-architecture.md': '--8<-- "steps/a.md"\n' }
  const { parts } = await read({
    ...page,
    'docs/steps/a.md': '!include b.md\n',
    'docs/steps/b.md': 'zpool create tank\n',
  })
  expect(parts.map(({ path }) => path)).toEqual([
    'docs/01-architecture.md',
    'docs/steps/a.md',
    'docs/steps/b.md',
  ])
  await expect(read(page)).rejects.toThrow('not tracked')
})
