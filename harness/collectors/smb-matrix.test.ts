import { expect, test } from 'vitest'
import { smbMatrix } from './smb-matrix.ts'
import { host, inventory } from './text/stage.ts'

const read = (...tries: readonly string[]) =>
  smbMatrix.parse(
    { status: 0, stdout: `${tries.join('\n')}\ntried ${tries.length}\n`, stderr: '' },
    host,
    inventory,
  )
const OWN = 'try svc-ingest media\nexit 0'

test('an account that may rename the folder for probes can write; one that is refused can read', () => {
  const { items, complete } = read(
    OWN,
    'try svc-media media\nrenaming: NT_STATUS_ACCESS_DENIED\nexit 1',
    'try svc-nextcloud media\ntree connect: NT_STATUS_ACCESS_DENIED\nexit 1',
  )

  expect(items.map(({ right }) => right)).toEqual(['rw', 'ro', 'none'])
  expect(complete).toBe(true)
})

test('who is let into a share and stopped by the modes of files is let in', () => {
  const { items } = read(OWN, 'try svc-calibre media\nlisting: NT_STATUS_ACCESS_DENIED\nexit 1')

  expect(items[1]?.right).toBe('connect')
})

test('a refusal in a share that nobody reached says nothing: the address may be excluded', () => {
  const { items, complete, because } = read(
    'try svc-media media\ntree connect: NT_STATUS_ACCESS_DENIED\nexit 1',
  )

  expect(items).toEqual([])
  expect(complete).toBe(false)
  expect(because).toContain('nobody reached media')
})

test.each([
  ['a wrong password', 'session setup: NT_STATUS_LOGON_FAILURE'],
  ['a server that is down', 'connect: NT_STATUS_CONNECTION_REFUSED'],
  ['silence', 'connect: NT_STATUS_IO_TIMEOUT'],
  ['no credentials file', 'credentials: NT_STATUS_NO_SUCH_FILE'],
  ['a folder for probes that is not there', 'listing: NT_STATUS_NO_SUCH_FILE'],
  ['an end without a word', ''],
])('%s is no refusal', (_, said) => {
  const { items, complete } = read(OWN, `try svc-media media\n${said ? `${said}\n` : ''}exit 1`)

  expect(items).toHaveLength(1)
  expect(complete).toBe(false)
})

test('an account that is switched off has no right, also where it is the only one', () => {
  const off = 'try svc-calibre calibre\nsession setup: NT_STATUS_ACCOUNT_DISABLED\nexit 1'

  expect(read(off).items[0]?.right).toBe('none')
})

test('a matrix without its end is cut short', () => {
  const parse = (stdout: string) =>
    smbMatrix.parse({ status: 0, stdout, stderr: '' }, host, inventory)

  expect(() => parse(`${OWN}\ntried 2\n`)).toThrow('not every try')
  expect(() => parse(`${OWN}\n`)).toThrow('not every try')
  expect(() => parse('try svc-ingest media\nsomething else\nexit 0\ntried 1\n')).toThrow('no step')
})

test('no password is part of the command, and every account meets every share', () => {
  const smb = {
    host: 'vm102',
    shares: [
      { name: 'media', path: '/srv/media', accounts: { a: 'ro', b: 'rw' }, consumer: 'x' },
      { name: 'books', path: '/srv/books', accounts: { c: 'rw' }, consumer: 'y' },
    ],
    clients: [],
    matrixFrom: 'vm102',
    credentials: '/etc/plumbline/smb',
  } as const
  const { command } = smbMatrix
  const text = typeof command === 'string' ? command : command(host, { ...inventory, smb })

  expect(
    text.match(/-A \/etc\/plumbline\/smb\/[abc]\.cred -m SMB3 \/\/127\.0\.0\.1\//g),
  ).toHaveLength(6)
  expect(text).not.toMatch(/put|del |mkdir|password/)
})
