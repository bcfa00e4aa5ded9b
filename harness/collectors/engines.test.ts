import { expect, test } from 'vitest'
import { engines } from './engines.ts'
import { host, inventory } from './text/stage.ts'

const read = (stdout: string) => engines.parse({ status: 0, stdout, stderr: '' }, host, inventory)

test('traces of an engine are told by kind, and whose process it is', () => {
  const { items, complete } = read(
    'uid 0\nown pid:[1]\nbinary docker\nprocess 0 pid:[1] dockerd\nprocess 100000 pid:[2] podman\nseen 9\nsocket /run/docker.sock\nenabled /etc/systemd/system/multi-user.target.wants/k3s.service\nlooked\n',
  )

  expect(items.map(({ kind }) => kind)).toEqual([
    'binary',
    'process',
    'process',
    'socket',
    'enabled',
  ])
  expect(items[2]).toMatchObject({ uid: 100_000, isInGuest: true })
  expect(complete).toBe(true)
})

test('only root sees every process', () => {
  expect(read('uid 1000\nown pid:[1]\nseen 9\nlooked\n')).toMatchObject({
    items: [],
    complete: false,
  })
})

test('a look that saw no process is not complete', () => {
  expect(read('uid 0\nown pid:[1]\nseen 0\nlooked\n').complete).toBe(false)
})

test('a look without its end is cut short', () => {
  expect(() => read('uid 0\nown pid:[1]\nseen 9\n')).toThrow('its end')
  expect(() => read('')).toThrow('its end')
})
