import { expect, test } from 'vitest'
import { commandsOf } from './commands.ts'

const programs = (code: string) => commandsOf(code, 'a').map(({ program }) => program)

test('pipes, lists and substitutions are commands of their own; comments and quotes are none', () => {
  expect(programs('# stop it\nsudo systemctl stop x && ls | wc -l\n')).toEqual([
    'systemctl',
    'ls',
    'wc',
  ])
  expect(programs("echo 'a | b' $(hostname)")).toEqual(['echo', 'hostname'])
  expect(programs('$ LC_ALL=C snapraid \\\n  status')).toEqual(['snapraid'])
})

test('a unit is named with or without its kind', () => {
  const [stop] = commandsOf('systemctl stop smbd mnt-disk1.mount', 'a')
  expect(stop?.units).toEqual(['smbd.service', 'mnt-disk1.mount'])
  expect(commandsOf('systemctl --failed', 'a')[0]?.units).toEqual([])
  expect(commandsOf('journalctl -u pve-guests -n 50', 'a')[0]?.units).toEqual([
    'pve-guests.service',
  ])
})

test('paths and numbers of guests are noticed, placeholders are not', () => {
  const [set] = commandsOf('qm set 102 --scsi1 /dev/disk/by-id/<new>', 'a')
  expect([set?.vmids, set?.paths]).toEqual([[102], []])
  expect(commandsOf('testparm -s /etc/samba/smb.conf >/srv/out', 'a')[0]?.paths).toEqual([
    '/etc/samba/smb.conf',
    '/srv/out',
  ])
})
