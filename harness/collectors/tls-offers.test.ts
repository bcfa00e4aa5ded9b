import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { host, inventory } from './text/stage.ts'
import { tlsOffers } from './tls-offers.ts'

const lab = { ...inventory, proxy: { names: [{ name: 'web.example' }] } } as unknown as Inventory
const parse = (stdout: string) => tlsOffers.parse({ status: 0, stdout, stderr: '' }, host, lab)
const tried = 'name web.example\nuntried tls1\nno tls1_1\nyes tls1_2\nyes tls1_3\n'

test('a name has its versions, its chain and its answer in the clear', () => {
  const said = `${tried}verify 0\nserial 0AF3\nuntil 1764400000\nuntil 1764300000\nhsts 31536000\nplain 301\nlocation https://web.example/\nstranger 421 000\nlooked\n`
  expect(parse(said)).toEqual({
    offers: [
      {
        name: 'web.example',
        versions: ['tls1_2', 'tls1_3'],
        untried: ['tls1'],
        verification: 0,
        serial: '0AF3',
        endsAt: new Date(1764300000 * 1000).toISOString(),
        hstsSeconds: 31536000,
        plain: { status: 301, location: 'https://web.example/', hasCookie: false },
      },
    ],
    stranger: { tls: 421, plain: 0 },
  })
})

test.each([
  [
    'a version that was not tried',
    `${tried.replace('yes tls1_3\n', '')}stranger 421 000\nlooked\n`,
  ],
  ['no end', tried],
  ['another name', `${tried.replace('web.', 'other.')}stranger 421 000\nlooked\n`],
])('%s is not understood', (_, stdout) => {
  expect(() => parse(stdout)).toThrow()
})
