import { expect, test } from 'vitest'
import { volumesIn } from './volumes-in.ts'

test('volumes by the names that the engine gives them', () => {
  const yaml = `name: app
services:
  web:
    image: x
volumes:
  data:
  big: {}
  far:
    driver: local
    driver_opts:
      type: nfs
  old:
    external: true
    name: old_data
networks:
  x:
`
  expect(volumesIn(yaml, 'app')).toEqual([
    { key: 'data', name: 'app_data', driver: 'local', hasOptions: false, isExternal: false },
    { key: 'big', name: 'app_big', driver: 'local', hasOptions: false, isExternal: false },
    { key: 'far', name: 'app_far', driver: 'local', hasOptions: true, isExternal: false },
    { key: 'old', name: 'old_data', driver: 'local', hasOptions: false, isExternal: true },
  ])
})

test('none are declared', () => {
  expect(volumesIn('services:\n  a:\n    image: x\n', 'app')).toEqual([])
})

test('another style is not understood', () => {
  expect(() => volumesIn('volumes: { a: {} }\n', 'app')).toThrow()
  expect(() => volumesIn('volumes:\n  - a\n', 'app')).toThrow()
})
