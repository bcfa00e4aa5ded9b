import { expect, test } from 'vitest'
import { smbDialects } from './smb-dialects.ts'
import { host, inventory } from './text/stage.ts'

const read = (...tries: readonly string[]) =>
  smbDialects.parse(
    { status: 0, stdout: `${tries.join('\n')}\ntried ${tries.length}\n`, stderr: '' },
    host,
    inventory,
  )
const NEWEST = 'try SMB3_11\nexit 0'

test('a dialect that is refused as Samba 4.17 refuses it is not spoken', () => {
  const { items, complete } = read(
    'try NT1\nprotocol negotiation: NT_STATUS_INVALID_NETWORK_RESPONSE\nexit 1',
    'try SMB2_10\nprotocol negotiation: NT_STATUS_NOT_SUPPORTED\nexit 1',
    NEWEST,
  )

  expect(items.map(({ isSpoken }) => isSpoken)).toEqual([false, false, true])
  expect(complete).toBe(true)
})

test('a dialect that gets as far as a refused share is spoken', () => {
  const { items } = read('try SMB2_10\ntree connect: NT_STATUS_ACCESS_DENIED\nexit 1', NEWEST)

  expect(items[0]).toMatchObject({ isSpoken: true })
})

test('a refusal counts only where the newest dialect works in the same run', () => {
  const old = 'try NT1\nprotocol negotiation: NT_STATUS_INVALID_NETWORK_RESPONSE\nexit 1'

  expect(read(old).complete).toBe(false)
  expect(read(old, 'try SMB3_11\ntree connect: NT_STATUS_ACCESS_DENIED\nexit 1').complete).toBe(
    false,
  )
})

test('no network is no refusal', () => {
  const gone = 'try NT1\nconnect: NT_STATUS_CONNECTION_REFUSED\nexit 1'

  expect(read(gone, NEWEST)).toMatchObject({ complete: false, items: [{ dialect: 'SMB3_11' }] })
})
