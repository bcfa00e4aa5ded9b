import { expect, test } from 'vitest'
import { dockerVersion } from './docker-version.ts'
import { read } from './text/answer.ts'

const info = '{"engine":"28.5.1","hostname":"apps"}\n'

test('engine and plug-in are told apart', () => {
  expect(read(dockerVersion, `${info}compose 2.40.0\n`)).toEqual({
    engine: '28.5.1',
    hostname: 'apps',
    compose: '2.40.0',
  })
  expect(read(dockerVersion, `${info}no compose\n`)).toEqual({ engine: '28.5.1', hostname: 'apps' })
})

test.each([
  ['a client without a server', '{"engine":"","hostname":""}\nno compose\n'],
  ['an answer that ends early', info],
])('%s is not understood', (_, stdout) => {
  expect(() => read(dockerVersion, stdout)).toThrow()
})
