import { expect, test } from 'vitest'
import { canonical, parseHuJson } from './hujson.ts'

test('comments and trailing commas are nothing, inside of strings they are text', () => {
  const text = `// head
    { "a": "http://x/*y*/,]", /* one
    two */ "b": [1, 2, // three
    ], "c": "say \\"//\\" ,}", }`

  expect(parseHuJson(text, 'a policy')).toEqual({
    a: 'http://x/*y*/,]',
    b: [1, 2],
    c: 'say "//" ,}',
  })
})

test('what is no JSON is refused without a word of it', () => {
  expect(() => parseHuJson('{"key": hunter2}', 'a policy')).toThrow(
    'a policy: 16 characters that are not JSON',
  )
})

test('the order of members makes no difference, that of a list does', () => {
  expect(canonical({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
    canonical({ a: true, b: [1, { c: 'x', d: null }] }),
  )
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
})
