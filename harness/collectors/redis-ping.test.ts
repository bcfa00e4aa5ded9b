import { expect, test } from 'vitest'
import { redisPing } from './redis-ping.ts'
import { read } from './text/answer.ts'

test('the answer is kept as it came, and so is its absence', () => {
  expect(read(redisPing, 'reply +PONG\n')).toEqual({ reply: '+PONG' })
  expect(read(redisPing, 'error Connection refused\n')).toEqual({
    reply: 'no answer: Connection refused',
  })
})

test('silence is not understood', () => {
  expect(() => read(redisPing, '')).toThrow('no line')
})
