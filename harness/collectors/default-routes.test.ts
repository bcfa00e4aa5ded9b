import { expect, test } from 'vitest'
import { defaultRoutes } from './default-routes.ts'
import { read } from './text/answer.ts'

test('default routes of all tables are found, others left', () => {
  const four = [
    { dst: 'default', gateway: '10.0.0.1', dev: 'eth0' },
    { dst: '10.0.0.0/24', dev: 'eth0' },
    { dst: 'default', dev: 'wg0', table: '51820' },
  ]
  expect(read(defaultRoutes, `${JSON.stringify(four)}\n[]\n`)).toEqual([
    { family: 4, gateway: '10.0.0.1', device: 'eth0', table: 'main' },
    { family: 4, device: 'wg0', table: '51820' },
  ])
})

test('half an answer is not understood', () => {
  expect(() => read(defaultRoutes, '[]\n')).toThrow()
})
