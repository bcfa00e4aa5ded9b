import { expect, test } from 'vitest'
import { dockerInfo } from './docker-info.ts'
import { read } from './text/answer.ts'

const INFO =
  '{"id":"AB:CD","name":"lyra","version":"28.5.1","driver":"overlay2","swarm":"inactive","count":2,"runtimes":["runc"],"defaultRuntime":"runc"}\n'

test('who answers, with its data and its socket', () => {
  expect(
    read(dockerInfo, `${INFO}component Engine\nroot ext2/ext3 /var/lib/docker\nsocket 26:1187\n`),
  ).toEqual({
    id: 'AB:CD',
    name: 'lyra',
    version: '28.5.1',
    driver: 'overlay2',
    root: '/var/lib/docker',
    rootType: 'ext2/ext3',
    swarm: 'inactive',
    count: 2,
    runtimes: ['runc'],
    defaultRuntime: 'runc',
    components: ['Engine'],
    socket: '26:1187',
  })
})

test.each([INFO, `${INFO}root ext4 /var\n`, 'no\nroot ext4 /var\nsocket 1:1\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(dockerInfo, text)).toThrow()
  },
)
