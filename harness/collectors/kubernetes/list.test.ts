import { expect, test } from 'vitest'
import { Unseen } from '../../model/unseen.ts'
import { named, wholeList } from './list.ts'
import { listing, meta } from './listing.ts'

const PATH = '/api/v1/pods'
const page = (names: readonly string[], next = '', version = '7') => ({
  kind: 'PodList',
  metadata: { resourceVersion: version, ...(next ? { continue: next } : {}) },
  items: names.map((name) => ({ metadata: meta(name, 'a') })),
})

/** Answers by path; a number is a status without a page. */
const server = (answers: Readonly<Record<string, object | number>>) => {
  const asked: string[] = []
  const raw = async (path: string) => {
    asked.push(path)
    const answer = answers[path] ?? 404
    return typeof answer === 'number'
      ? { status: answer, contentType: 'application/json', text: '{}' }
      : { status: 200, contentType: 'application/json', text: JSON.stringify(answer) }
  }
  const get = async (path: string) => {
    const { status, text } = await raw(path)
    if (status !== 200) throw new Unseen('not permitted', `${status}`)
    return JSON.parse(text) as unknown
  }
  return { asked, get: Object.assign(get, { raw }) }
}
const namesOf = (items: readonly object[]) =>
  items.map((item) => (item as { metadata: { name: string } }).metadata.name)

test('every page of a list is read', async () => {
  const { get } = server({
    [`${PATH}?limit=500`]: page(['a'], 'x=='),
    [`${PATH}?limit=500&continue=x%3D%3D`]: page(['b']),
  })
  const { items, complete } = await wholeList(get, PATH, { kind: 'PodList' })

  expect(namesOf(items)).toEqual(['a', 'b'])
  expect(complete).toBe(true)
})

test('a list that expired is read once more from its start', async () => {
  const { asked, get } = server({
    [`${PATH}?limit=500`]: page(['a'], 'old'),
    [`${PATH}?limit=500&continue=old`]: 410,
    [`${PATH}?limit=499`]: page(['a', 'b'], '', '8'),
  })
  const { items } = await wholeList(get, PATH, { kind: 'PodList' })

  expect(namesOf(items)).toEqual(['a', 'b'])
  expect(asked).toHaveLength(3)
})

test('a list that expires twice, or breaks off, is no list', async () => {
  const first = { [`${PATH}?limit=500`]: page(['a'], 'old') }
  const twice = {
    [`${PATH}?limit=499`]: page(['a'], 'old'),
    [`${PATH}?limit=499&continue=old`]: 410,
  }
  for (const [answers, why] of [
    [{ ...first, [`${PATH}?limit=500&continue=old`]: 410, ...twice }, 'expired twice'],
    [{ ...first, [`${PATH}?limit=500&continue=old`]: 500 }, 'answered 500'],
    [{ [`${PATH}?limit=500`]: { ...page([]), kind: 'Status' } }, 'another kind'],
    [{ [`${PATH}?limit=500`]: { ...page([]), items: null } }, 'not a list'],
    [{ [`${PATH}?limit=500`]: 403 }, '403'],
  ] as const)
    await expect(wholeList(server(answers).get, PATH, { kind: 'PodList' })).rejects.toThrow(why)
})

test('pages of different moments are not one look', async () => {
  const { get } = server({
    [`${PATH}?limit=500`]: page(['a'], 'x'),
    [`${PATH}?limit=500&continue=x`]: page(['b'], '', '9'),
  })
  expect(await wholeList(get, PATH, { kind: 'PodList' })).toMatchObject({ complete: false })
})

test('a list without what every cluster has is of another cluster', async () => {
  const about = { kind: 'PodList', canary: named('pod a/one', 'one', 'a') }
  const { complete, because } = await wholeList(
    listing({ [PATH]: ['PodList', { metadata: meta('one', 'b') }] }),
    PATH,
    about,
  )
  expect(complete).toBe(false)
  expect(because).toContain('pod a/one')
})
