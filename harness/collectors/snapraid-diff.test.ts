import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { snapraidDiff } from './snapraid-diff.ts'
import { read } from './text/answer.ts'

/** Tags of snapraid 12.2, as the command leaves them. */
const answer = (counts: string, exit: string, files = 'ctimes:0\n'): string => {
  const [equal, added, removed, updated, moved, copied, restored] = counts.split(' ')
  return `summary:equal:${equal}
summary:added:${added}
summary:removed:${removed}
summary:updated:${updated}
summary:moved:${moved}
summary:copied:${copied}
summary:restored:${restored}
summary:exit:${exit}
${files}`
}

test('reads differences, and files without parity by the time they changed', () => {
  const files =
    'ctime:1795225943:/mnt/disk1/.verify/canary\nctime:1795225995:/mnt/disk2/film copy.mkv\nctimes:2\n'
  const found = read(snapraidDiff, answer('15 1 2 1 0 0 0', 'diff', files), 2)

  expect(found).toMatchObject({ equal: 15, added: 1, removed: 2, updated: 1, isSynced: false })
  expect(found.oldest[0]).toEqual({
    path: '/mnt/disk1/.verify/canary',
    changedAt: '2026-11-21T01:52:23.000Z',
  })
})

test('after a sync that was broken off everything is equal, and yet it is not synced', () => {
  expect(read(snapraidDiff, answer('21 0 0 0 0 0 0', 'equal'), 2).isSynced).toBe(false)
})

test('the same words with exit status 0 are an array in sync', () => {
  expect(read(snapraidDiff, answer('21 0 0 0 0 0 0', 'equal')).isSynced).toBe(true)
})

test('a disk that is not mounted is named, although it looks like a deletion', () => {
  const lost =
    "msg:fatal: WARNING! All the files previously present in disk 'd3' at dir '/mnt/disk3/'msg:fatal: \n"

  expect(read(snapraidDiff, lost + answer('8 0 14 0 0 0 0', 'diff'), 2).emptied).toEqual(['d3'])
})

test('a file that could not be dated makes the answer unknown, not young', () => {
  expect(() =>
    read(snapraidDiff, answer('8 3 0 0 0 0 0', 'diff', 'ctime:1795225943:/a\nctimes:1\n'), 2),
  ).toThrow('counts 3 files without parity, 1 could be dated')
})

test('refuses an answer that was cut short, and that of a locked array', () => {
  expect(() => read(snapraidDiff, 'summary:equal:8\n')).toThrow('no summary:added')
  expect(snapraidDiff.exits).toEqual([0, 2])
})

test('names with a colon, a backslash, a blank or a newline are dated like any other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diff-'))
  const names = ['film copy.mkv', 'we:ird\\na me', 'new\nline', '\\d plain']
  for (const name of names) writeFileSync(join(folder, name), '')
  // The log of snapraid 12.2 for these names.
  const log = [
    `data:d1:${folder}/`,
    'scan:add:d1:film copy.mkv',
    'scan:add:d1:we\\dird\\\\na me',
    'scan:copy:d9:elsewhere:d1:new\\nline',
    'scan:update:d1:\\\\d plain: 262144 1795225943.1 -> 262149 1795225995.2',
    'scan:remove:d1:gone.flac',
    'summary:exit:diff',
  ].join('\n')
  writeFileSync(join(folder, 'snapraid'), `#!/bin/sh\ncat <<'LOG'\n${log}\nLOG\nexit 2\n`, {
    mode: 0o755,
  })
  const stdout = execFileSync('sh', ['-c', `( ${snapraidDiff.command} ); true`], {
    env: { ...process.env, PATH: `${folder}:${process.env.PATH}` },
    encoding: 'utf8',
  })

  expect(stdout).toContain('ctimes:4\n')
  expect(stdout).toContain('/film copy.mkv\n')
})
