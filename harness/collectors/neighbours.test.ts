import { expect, test } from 'vitest'
import { neighbours } from './neighbours.ts'
import { read } from './text/answer.ts'

test('neighbours are known by their hardware addresses, or by nobody’s answer', () => {
  const answer = [
    { dst: '192.168.0.20', dev: 'lan0', lladdr: 'BC:24:11:5E:00:78', state: ['REACHABLE'] },
    { dst: '192.168.0.30', dev: 'lan0', state: ['FAILED'] },
  ]
  expect(read(neighbours, JSON.stringify(answer))).toEqual([
    { address: '192.168.0.20', device: 'lan0', mac: 'bc:24:11:5e:00:78', state: 'REACHABLE' },
    { address: '192.168.0.30', device: 'lan0', state: 'FAILED' },
  ])
})

test('what ip did not print as JSON is refused', () => {
  expect(() => read(neighbours, '192.168.0.20 dev lan0')).toThrow('not JSON')
})
