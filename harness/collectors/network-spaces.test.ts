import { expect, test } from 'vitest'
import { networkSpaces } from './network-spaces.ts'
import { read } from './text/answer.ts'

const ID = 'a'.repeat(64)
const ANSWER = [
  'own net:[4026531840]',
  'uid 0',
  'container /gluetun 812 running',
  'net:[4026532500]',
  'container /old 0 exited',
  'listed',
  `process net:[4026532500] 812 ${ID} gluetun-entrypo`,
  'process net:[4026532500] 990 - ip netns helper',
  'looked',
  '',
].join('\n')

test('containers and processes are read with their namespaces', () => {
  expect(read(networkSpaces, ANSWER)).toEqual({
    own: 'net:[4026531840]',
    containers: [{ container: 'gluetun', space: 'net:[4026532500]' }],
    stopped: ['old'],
    processes: {
      items: [
        { space: 'net:[4026532500]', pid: 812, program: 'gluetun-entrypo', containerId: ID },
        { space: 'net:[4026532500]', pid: 990, program: 'ip netns helper' },
      ],
      complete: true,
    },
  })
})

test('a look without root, or past a process that shows nothing, is not complete', () => {
  expect(read(networkSpaces, ANSWER.replace('looked', 'unread 1\nlooked')).processes).toMatchObject(
    {
      complete: false,
      because: expect.stringContaining('1 processes'),
    },
  )
  expect(read(networkSpaces, ANSWER.replace('uid 0', 'uid 1000')).processes).toMatchObject({
    complete: false,
  })
})

test.each([
  ['looked\n', '', 'no end'],
  ['net:[4026532500]\ncontainer', 'net:\ncontainer', 'another form'],
  ['listed\n', '', 'did not come to its end'],
  [' 990 - ', ' 990 ', 'not described'],
])('an answer without %j is refused', (from, to, says) => {
  expect(() => read(networkSpaces, ANSWER.replace(from, to))).toThrow(says)
})
