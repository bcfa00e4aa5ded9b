import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { restOf } from './smb/configuration.ts'
import { smbAccounts } from './smb-accounts.ts'
import { smbConfig } from './smb-config.ts'
import { smbSessions } from './smb-sessions.ts'
import { host, inventory } from './text/stage.ts'

const folder = new URL('../../fixtures/labs/zero-trust/recordings/hosts/vm102/', import.meta.url)
const recorded = (fact: string) =>
  readFileSync(new URL(`${fact}.txt`, folder), 'utf8').split('\n---\n')[1] ?? ''
const config = (stdout: string) =>
  smbConfig.parse({ status: 0, stdout, stderr: '' }, host, inventory)
const CONFIG = recorded('smbConfig')

test('a share has the defaults of the server where it says nothing itself', () => {
  const { minProtocol, shares } = config(CONFIG)

  expect(minProtocol).toBe('SMB3_00')
  expect(shares[0]).toMatchObject({ name: 'media', isReadOnly: true, encryption: 'required' })
  expect(shares[1]).toMatchObject({ isReadOnly: false, writeList: [] })
})

test('a share may differ from the defaults of the server', () => {
  const [media] = config(CONFIG.replace('[media]\n', '[media]\nserver smb encrypt = off\n')).shares

  expect(media?.encryption).toBe('off')
})

test('a folder that a link leads elsewhere is known by where it really is', () => {
  const { shares } = config(CONFIG.replace('real: /srv/pool/calibre', 'real: /srv/pool/nextcloud'))

  expect(shares[2]?.realPath).toBe('/srv/pool/nextcloud')
})

test('home folders are a share too, which is nowhere', () => {
  const { shares } = config(CONFIG.replace('[media]\n', '[homes]\nread only = No\n[media]\n'))

  expect(shares[0]).toMatchObject({ name: 'homes', path: '', realPath: '', mode: '' })
})

test('what is not read is known by its digest, as the shell makes it', () => {
  const text =
    '# Global parameters\n[global]\n\tinterfaces = lo\n\tguest ok = No\n\n[media]\n\tpath = /x'
  const shell = (smbConfig.command as string)
    .split('; printf')[0]
    ?.replace('$(testparm -s -v)', '$(cat)')
  const { stdout } = spawnSync('sh', ['-c', shell ?? ''], { input: text, encoding: 'utf8' })
  expect(stdout.trim()).toBe(`rest: ${restOf(`${text}\n`)}`)
  expect(restOf(text.replace('guest ok = No', 'guest ok = Yes'))).toBe(restOf(text))
  expect(restOf(text.replace('interfaces = lo', 'interfaces = eth0'))).not.toBe(restOf(text))
  expect(restOf(text.replace('[media]', '[films]'))).not.toBe(restOf(text))
})

test.each([
  ['without its digest', CONFIG.replace(/rest: .*\n/, '')],
  ['without its end', CONFIG.replace('\nended', '')],
  ['without a value that is needed', CONFIG.replace(/server signing = .*\n/, '')],
  [
    'without the folder of a share',
    CONFIG.replace('folder: /srv/pool/media\n', 'folder: /other\n'),
  ],
  ['without [global]', CONFIG.replace('[global]', '[other]')],
])('an answer %s is refused', (_, stdout) => {
  expect(() => config(stdout)).toThrow()
})

test('accounts are read with the shell and groups behind them', () => {
  const read = (stdout: string) =>
    smbAccounts.parse({ status: 0, stdout, stderr: '' }, host, inventory)
  const [media] = read(recorded('smbAccounts'))

  expect(media).toMatchObject({
    name: 'svc-media',
    isDisabled: false,
    groups: ['svc-media', 'media'],
  })
  expect(read(recorded('smbAccounts').replace('flags U', 'flags DU'))[0]?.isDisabled).toBe(true)
  expect(read('listed\n')).toEqual([])
  expect(() => read('account a\nlisted\n')).toThrow('not whole')
  expect(() => read('')).toThrow('no end')
})

test('sessions in clear text have no cipher, and a connection has its session', () => {
  const read = (stdout: string) =>
    smbSessions.parse({ status: 0, stdout, stderr: '' }, host, inventory)
  const { sessions, connections } = read(recorded('smbSessions').replace('AES-128-GCM', '-'))

  expect(sessions.filter(({ cipher }) => cipher === undefined)).toHaveLength(1)
  expect(connections).toHaveLength(3)
  expect(() => read('{"sessions":{},"tcons":{"1":{"service":"media","session_id":"9"}}}')).toThrow(
    'no session',
  )
  expect(() => read('smbstatus only works as root!')).toThrow('not JSON')
})
