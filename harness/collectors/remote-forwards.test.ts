import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { remoteForwards } from './remote-forwards.ts'
import { read } from './text/answer.ts'

test('what is forwarded is found, and what is included from beside it is looked at', () => {
  const text =
    'include /etc/ssh/sshd_config /etc/ssh/sshd_config.d/*.conf\ninclude /root/.ssh/config work\nforward /root/.ssh/work\nlooked\n'
  expect(read(remoteForwards, text)).toMatchObject({
    items: [{ path: '/root/.ssh/work' }],
    complete: true,
  })
})

test.each(['/opt/ssh.conf', '~/dotfiles/ssh', '"/srv/ssh"', '../ssh', '/etc/ssh/../x', '%d/x'])(
  'nobody looked at %s',
  (path) => {
    expect(read(remoteForwards, `include /root/.ssh/config ${path}\nlooked\n`)).toMatchObject({
      complete: false,
    })
  },
)

test.each(['', 'forward /root/.ssh/config\n', 'refused /root/.ssh\nlooked\n', 'forward\nlooked\n'])(
  '%j is refused',
  (text) => {
    expect(() => read(remoteForwards, text)).toThrow()
  },
)

test('the keyword is found as ssh reads it, through a link as well', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssh-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(
    join(folder, 'config'),
    'Host a\n\tremoteforward=9000 localhost:1\n# RemoteForward 1\nInclude  work home\n',
  )
  const dotfiles = mkdtempSync(join(tmpdir(), 'dotfiles-'))
  onTestFinished(() => rmSync(dotfiles, { recursive: true }))
  writeFileSync(join(dotfiles, 'ssh'), 'RemoteForward 9000 localhost:1\n')
  symlinkSync(join(dotfiles, 'ssh'), join(folder, 'linked'))
  const command = String(remoteForwards.command)
    .replace(/^.*?exit 1; }; /, '')
    .replace(/for d in .*?; do/, `for d in ${folder}; do`)
  const { stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8' })
  expect(stdout.split('\n').sort()).toEqual(
    [
      '',
      `forward ${folder}/config`,
      `forward ${folder}/linked`,
      `include ${folder}/config work home`,
      'looked',
    ].sort(),
  )
})
