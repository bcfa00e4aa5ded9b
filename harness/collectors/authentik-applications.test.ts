import { expect, test } from 'vitest'
import { authentikApplications } from './authentik-applications.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const AT = '/api/v3/core/applications/?superuser_full_list=true&page_size=100&page='
const page = (next: number, count: number, ...slugs: readonly string[]) => ({
  pagination: { next, count },
  results: slugs.map((slug) => ({ slug, launch_url: `https://${slug}.local/`, provider: 3 })),
})
const read = (pages: Readonly<Record<string, object>>) =>
  authentikApplications.read(
    answering(Object.fromEntries(Object.entries(pages).map(([n, body]) => [AT + n, body]))),
    inventory,
  )

test('every page is read', async () => {
  expect(await read({ 1: page(2, 2, 'sonarr'), 2: page(0, 2, 'radarr') })).toEqual({
    items: [
      { slug: 'sonarr', name: 'sonarr.local', hasProvider: true },
      { slug: 'radarr', name: 'radarr.local', hasProvider: true },
    ],
    complete: true,
  })
})

test('fewer than there are, or none, is not all', async () => {
  expect(await read({ 1: page(0, 5, 'sonarr') })).toMatchObject({ complete: false })
  expect(await read({ 1: page(0, 0) })).toMatchObject({ complete: false })
})
