import { expect, test } from 'vitest'
import { authentikProxyProviders } from './authentik-proxy-providers.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const AT = '/api/v3/providers/proxy/?page_size=100&page=1'
const read = (...results: readonly object[]) =>
  authentikProxyProviders.read(
    answering({ [AT]: { pagination: { next: 0, count: results.length }, results } }),
    inventory,
  )
const ONE = { external_host: 'https://sonarr.local', skip_path_regex: '', outpost_set: ['a'] }

test('open paths are patterns, one a line', async () => {
  expect(await read(ONE, { ...ONE, skip_path_regex: '^/api\n\n^/ping', outpost_set: [] })).toEqual({
    items: [
      { name: 'sonarr.local', openPaths: [], outposts: 1 },
      { name: 'sonarr.local', openPaths: ['^/api', '^/ping'], outposts: 0 },
    ],
    complete: true,
  })
})

test('one that says nothing about paths or outposts is not understood', async () => {
  await expect(read({ ...ONE, skip_path_regex: undefined })).rejects.toThrow('leaves open')
  await expect(read({ ...ONE, outpost_set: undefined })).rejects.toThrow('outpost_set')
})

test('none at all is not all', async () => {
  expect(await read()).toMatchObject({ complete: false })
})
