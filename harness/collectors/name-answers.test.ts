import { expect, test } from 'vitest'
import { nameAnswers } from './name-answers.ts'
import { read } from './text/answer.ts'

test('an answer and a silence are told apart', () => {
  const said =
    'ask 10.0.0.53 web.example A udp\nstatus NOERROR\nvalue 10.0.0.5\nms 4\nask 9.9.9.9 web.example A tcp\nasked\n'
  expect(read(nameAnswers, said)).toEqual([
    {
      server: '10.0.0.53',
      name: 'web.example',
      type: 'A',
      over: 'udp',
      status: 'NOERROR',
      values: ['10.0.0.5'],
      tookMs: 4,
    },
    { server: '9.9.9.9', name: 'web.example', type: 'A', over: 'tcp', values: [] },
  ])
})

test.each([['asked\n'], ['ask 10.0.0.53 web.example A udp\n'], ['hello\nasked\n']])(
  '%j is not understood',
  (stdout) => {
    expect(() => read(nameAnswers, stdout)).toThrow()
  },
)
