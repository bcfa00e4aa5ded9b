import { expect, test } from 'vitest'
import { services } from './services.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) => services.parse({ status: 0, stdout, stderr: '' }, host, inventory)

const SMBD = `Type=notify
MainPID=468
Result=success
NRestarts=0
ExecStart={ path=/usr/sbin/smbd
Id=smbd.service
Names=smbd.service smb.service
LoadState=loaded
ActiveState=active
SubState=running
FragmentPath=/lib/systemd/system/smbd.service
UnitFileState=enabled
ActiveEnterTimestamp=Sat 2026-11-21 01:37:23 UTC
ActiveEnterTimestampMonotonic=1649754578
`
const MISSING = `Type=
MainPID=0
Result=success
NRestarts=0
Id=syslog.service
Names=syslog.service
LoadState=not-found
ActiveState=inactive
SubState=dead
FragmentPath=
UnitFileState=
ActiveEnterTimestamp=
ActiveEnterTimestampMonotonic=0
`

test('reads systemd 252', () => {
  expect(parse(`${SMBD}\n${MISSING}`)).toEqual([
    {
      unit: 'smbd.service',
      names: ['smbd.service', 'smb.service'],
      loadState: 'loaded',
      activeState: 'active',
      subState: 'running',
      result: 'success',
      unitFileState: 'enabled',
      type: 'notify',
      program: '/usr/sbin/smbd',
      fragmentPath: '/lib/systemd/system/smbd.service',
      mainPid: 468,
      restarts: 0,
      activeAt: '2026-11-21T01:37:23Z',
      activeAfterBootUs: 1649754578,
    },
    {
      unit: 'syslog.service',
      names: ['syslog.service'],
      loadState: 'not-found',
      activeState: 'inactive',
      subState: 'dead',
      result: 'success',
      mainPid: 0,
      restarts: 0,
      activeAfterBootUs: 0,
    },
  ])
})

test('a unit that exists only in the words of others is kept, as not found', () => {
  expect(parse(`${SMBD}\n${MISSING}`)[1]?.loadState).toBe('not-found')
})

test('refuses an answer without any running service, and times in another zone', () => {
  expect(() => parse('')).toThrow('no active service')
  expect(() => parse(MISSING)).toThrow('no active service')
  expect(() => parse(SMBD.replace('01:37:23 UTC', '01:37:23 CET'))).toThrow('no timestamp in UTC')
})

test('refuses a block that does not say whose it is, and a line that is no property', () => {
  expect(() => parse(SMBD.replace('Id=smbd.service\n', ''))).toThrow('without its Id')
  expect(() => parse('Failed to connect to bus')).toThrow('no Property=value')
  expect(() => parse(SMBD.replace('NRestarts=0\n', ''))).toThrow('has no NRestarts')
})

test('asks for no argument of any program: those may hold secrets', () => {
  expect(services.command).toContain(String.raw`sed -E 's/^(ExecStart=\{ path=[^ ]+) .*/\1/'`)
})
