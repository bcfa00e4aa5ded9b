import { expect, test } from 'vitest'
import { guestWalls } from './guest-walls.ts'
import { read } from './text/answer.ts'

const spaces = (base: number) =>
  ['pid', 'net', 'mnt', 'ipc', 'uts', 'user']
    .map((kind, i) => `space ${kind}:[${base + i}]\n`)
    .join('')
const HEAD = `${spaces(100)}total 1024\n`
const GUEST = `guest 101 4242\n${spaces(200)}memory.max 1048576\nmemory.swap.max max\nmemory.current 4096\ndroppable 1024\nsocket 71:512\nmount /docker.sock /run/docker.sock tmpfs\n`

test('limits, namespaces, socket and mounts of a guest', () => {
  const { guests, host } = read(guestWalls, `${HEAD}${GUEST}listed\n`)
  expect(host.memoryTotal).toBe(1_048_576)
  expect(host.spaces.net).toBe('net:[101]')
  expect(guests).toEqual([
    {
      vmid: 101,
      pid: 4242,
      spaces: {
        pid: 'pid:[200]',
        net: 'net:[201]',
        mnt: 'mnt:[202]',
        ipc: 'ipc:[203]',
        uts: 'uts:[204]',
        user: 'user:[205]',
      },
      memoryMax: 1_048_576,
      memoryCurrent: 4096,
      droppable: 1024,
      engineSocket: '71:512',
      mounts: [{ root: '/docker.sock', path: '/run/docker.sock', source: 'tmpfs' }],
    },
  ])
})

test('no guest runs', () => {
  expect(read(guestWalls, `${HEAD}listed\n`).guests).toEqual([])
})

test.each([
  `${HEAD}${GUEST}`,
  `${spaces(100)}listed\n`,
  `${HEAD}guest 101 4242\nlisted\n`,
  `${HEAD}${GUEST.replace('4096', 'much')}listed\n`,
])('%j is refused', (text) => {
  expect(() => read(guestWalls, text)).toThrow()
})
