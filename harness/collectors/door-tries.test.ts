import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { doorTries } from './door-tries.ts'
import { host, inventory } from './text/stage.ts'

const lab = {
  ...inventory,
  proxy: { names: [{ name: 'web.example', marker: 'Welcome' }] },
} as unknown as Inventory
const parse = (stdout: string) => doorTries.parse({ status: 0, stdout, stderr: '' }, host, lab)
const ways = [
  'page',
  'api',
  'static',
  'slashes',
  'encoded',
  'dot',
  'capitals',
  'head',
  'options',
  'old',
  'forged',
]

test('a way in has its answer, and where it leads', () => {
  const said = ways
    .map((way) => `try web.example ${way} no 302 https://auth.example/?rd=x`)
    .join('\n')
  expect(parse(`${said}\ntried\n`)[0]).toEqual({
    name: 'web.example',
    way: 'page',
    status: 302,
    sentTo: 'auth.example',
    sawService: false,
  })
})

test.each([['tried\n'], ['try web.example page no 302 \n']])('%j is not understood', (stdout) => {
  expect(() => parse(stdout)).toThrow()
})

test('a marker that a shell would read is refused', () => {
  const odd = {
    ...lab,
    proxy: { names: [{ name: 'web.example', marker: '$(reboot)' }] },
  } as unknown as Inventory
  expect(() => (doorTries.command as (h: typeof host, i: Inventory) => string)(host, odd)).toThrow()
})
