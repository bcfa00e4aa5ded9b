import pLimit from 'p-limit'
import { expect, test } from 'vitest'
import type { ApiCollector, Get } from '../model/collector.ts'
import type { Fact } from '../model/fact.ts'
import type { Target } from '../model/target.ts'
import { Unseen } from '../model/unseen.ts'
import { askApis } from './ask-apis.ts'
import type { Collecting } from './collect.ts'

const question = (fact: string, path: string) =>
  ({ kind: 'api', fact, api: 'pve', read: (get: Get) => get(path) }) as unknown as ApiCollector

async function ask(
  answer: (path: string) => Promise<unknown>,
  questions: readonly ApiCollector[],
): Promise<{ facts: ReadonlyMap<string, Fact>; asked: readonly string[] }> {
  const asked: string[] = []
  const facts = new Map<string, Fact>()
  const get = (path: string) => {
    asked.push(path)
    return answer(path)
  }
  const api = Object.assign(get, { raw: get, [Symbol.asyncDispose]: async () => {} })
  const target = {
    inventory: { apis: { pve: { url: 'https://pve' } } },
    api: async () => api,
    reality: () => 'recorded',
  } as unknown as Target
  const redactor = { redact: (text: string) => text, redactJson: <T>(value: T) => value }
  const { signal } = new AbortController()
  const collecting: Collecting = { target, collectors: questions, redactor, signal }
  await Promise.all(askApis(collecting, pLimit(1), (key, fact) => void facts.set(key, fact)))
  return { facts, asked }
}

test('the same question is put once, whoever asks', async () => {
  const { facts, asked } = await ask(async () => 1, [question('a', '/x'), question('b', '/x')])
  expect(asked).toEqual(['/x'])
  expect([...facts.values()].every(({ known }) => known)).toBe(true)
})

test('an API that leaves two questions without an answer is not asked the others', async () => {
  const hang = () => Promise.reject(new Unseen('timed out', 'no answer'))
  const all = ['a', 'b', 'c', 'd'].map((name) => question(name, `/${name}`))
  const { facts, asked } = await ask(hang, all)
  expect(asked).toEqual(['/a', '/b'])
  expect([...facts.values()].map((fact) => !fact.known && fact.reason)).toEqual([
    ...Array(4).fill('timed out'),
  ])
})

test('a refusal is no silence: the others are asked', async () => {
  const refuse = () => Promise.reject(new Unseen('not permitted', 'no'))
  const all = ['a', 'b', 'c'].map((name) => question(name, `/${name}`))
  expect((await ask(refuse, all)).asked).toHaveLength(3)
})
