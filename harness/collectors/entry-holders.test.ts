import { expect, test } from 'vitest'
import { entryHolders } from './entry-holders.ts'
import { read } from './text/answer.ts'

const said = (...replies: readonly string[]) =>
  [
    'ARPING 10.20.30.200 from 10.20.30.5 vmbr0.30',
    ...replies.map((mac) => `Unicast reply from 10.20.30.200 [${mac}]  0.673ms`),
    'Sent 3 probes (3 broadcast(s))',
    `Received ${replies.length} response(s)`,
  ].join('\n')

test('everybody who answers is heard once', () => {
  const [one, two] = ['BC:24:11:00:66:1E', 'BC:24:11:00:65:1E']
  expect(read(entryHolders, said(one, two, one))).toEqual([one.toLowerCase(), two.toLowerCase()])
  expect(read(entryHolders, said(), 1)).toEqual([])
})

test('silence of arping itself is not silence on the network', () => {
  expect(() => read(entryHolders, '')).toThrow('did not say')
  expect(() => read(entryHolders, 'ARPING 10.20.30.200 from 10.20.30.5 vmbr0.30\n', 1)).toThrow()
})
