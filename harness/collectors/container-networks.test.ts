import { expect, test } from 'vitest'
import { containerNetworks } from './container-networks.ts'
import { read } from './text/answer.ts'

const bridge =
  '{"name":"bridge","driver":"bridge","internal":false,"containers":{"1f":{"Name":"web"}}}\n'

test('a network knows who is on it', () => {
  expect(read(containerNetworks, `${bridge}listed\n`)).toEqual([
    { name: 'bridge', driver: 'bridge', isInternal: false, containers: ['web'] },
  ])
})

test.each([
  ['no network', 'listed\n'],
  ['no end', bridge],
])('%s is not understood', (_, stdout) => {
  expect(() => read(containerNetworks, stdout)).toThrow()
})
