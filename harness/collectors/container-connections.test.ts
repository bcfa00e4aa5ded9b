import { expect, test } from 'vitest'
import { containerConnections } from './container-connections.ts'
import { read } from './text/answer.ts'

test('connections of both families are read', () => {
  const said =
    'container /web 12 running\nconnections\n0 0 172.18.0.2:51234 172.18.0.3:3306 \n0      0  [::ffff:172.18.0.2]:443    [::ffff:10.0.0.5]:40000\nlisted\n'
  expect(read(containerConnections, said)).toEqual([
    { container: 'web', localPort: 51234, peer: '172.18.0.3', peerPort: 3306 },
    { container: 'web', localPort: 443, peer: '10.0.0.5', peerPort: 40000 },
  ])
})

test('another line is not understood', () => {
  expect(() =>
    read(containerConnections, 'container /web 12 running\nconnections\nhello\nlisted\n'),
  ).toThrow()
})
