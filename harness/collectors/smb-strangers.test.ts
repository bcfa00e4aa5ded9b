import { expect, test } from 'vitest'
import { smbStrangers } from './smb-strangers.ts'
import { host, inventory } from './text/stage.ts'

const read = (...tries: readonly string[]) =>
  smbStrangers.parse(
    { status: 0, stdout: `${tries.join('\n')}\ntried ${tries.length}\n`, stderr: '' },
    host,
    inventory,
  )
const CONTROL = 'try control svc-media\nexit 0'

test('a session that is refused is refused', () => {
  const { items, complete } = read(
    CONTROL,
    'try anonymous list\nsession setup: NT_STATUS_ACCESS_DENIED\nexit 1',
    'try unknown media\nsession setup: NT_STATUS_LOGON_FAILURE\nexit 1',
  )

  expect(items.every(({ isRefused }) => isRefused)).toBe(true)
  expect(complete).toBe(true)
})

test.each([
  ['who gets through', 'exit 0'],
  ['who logs on and is denied the share', 'tree connect: NT_STATUS_ACCESS_DENIED\nexit 1'],
  ['who opens a share and may not list it', 'listing: NT_STATUS_ACCESS_DENIED\nexit 1'],
])('%s was let in', (_, said) => {
  expect(read(CONTROL, `try guest media\n${said}`).items[0]?.isRefused).toBe(false)
})

test.each(['connect: NT_STATUS_IO_TIMEOUT', 'protocol negotiation: NT_STATUS_CONNECTION_RESET'])(
  '%s is no refusal',
  (said) => {
    expect(read(CONTROL, `try guest media\n${said}\nexit 1`)).toMatchObject({
      items: [],
      complete: false,
    })
  },
)

test('refusals count only where an account got through in the same run', () => {
  const refused = 'try guest list\nsession setup: NT_STATUS_LOGON_FAILURE\nexit 1'
  const control = 'try control svc-media\nsession setup: NT_STATUS_LOGON_FAILURE\nexit 1'

  expect(read(control, refused)).toMatchObject({ complete: false })
})
