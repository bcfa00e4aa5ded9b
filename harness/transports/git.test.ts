import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGit } from './git.ts'

const calm = new AbortController().signal
const tree = mkdtempSync(join(tmpdir(), 'plumbline-git-'))
const git = (...args: string[]) =>
  execFileSync('git', ['-C', tree, '-c', 'user.name=x', '-c', 'user.email=x@example.net', ...args])

beforeAll(() => {
  git('init', '--quiet')
  mkdirSync(join(tree, 'docs/run books'), { recursive: true })
  writeFileSync(join(tree, 'README.md'), '\uFEFFcommitted – ünïcode\n')
  writeFileSync(join(tree, 'docs/run books/a "b".md'), 'quoted\n')
  writeFileSync(join(tree, 'docs/-dash.md'), 'dash\n')
  writeFileSync(join(tree, 'docs/photo.bin'), Buffer.from([0xff, 0xfe, 0x00]))
  symlinkSync('/etc/hostname', join(tree, 'docs/link.md'))
  git('add', '.')
  git('commit', '--quiet', '--message', 'one')
  writeFileSync(join(tree, 'README.md'), 'changed, not committed\n')
  writeFileSync(join(tree, 'new.md'), 'untracked\n')
})
afterAll(() => rmSync(tree, { recursive: true }))

test('documents are what HEAD holds, whatever lies in the folder', async () => {
  const documents = await openGit(tree, calm)

  expect(await documents.list()).toEqual([
    'README.md',
    'docs/-dash.md',
    'docs/photo.bin',
    'docs/run books/a "b".md',
  ])
  expect(await documents.read('README.md')).toBe('\uFEFFcommitted – ünïcode\n')
  expect(await documents.read('docs/run books/a "b".md')).toBe('quoted\n')
})

test('the surroundings of a commit hook do not lead elsewhere', async () => {
  process.env.GIT_DIR = '/nowhere'
  const documents = await openGit(tree, calm)
  delete process.env.GIT_DIR

  expect(await documents.list()).toContain('README.md')
})

test('a folder of a repository has its own documents', async () => {
  const documents = await openGit(join(tree, 'docs'), calm)

  expect(await documents.read('-dash.md')).toBe('dash\n')
})

test('a commit made in the meantime does not mix with the first', async () => {
  const documents = await openGit(tree, calm)
  git('commit', '--quiet', '--allow-empty', '--all', '--message', 'two')

  expect(await documents.read('README.md')).toContain('committed')
  git('reset', '--quiet', '--soft', 'HEAD~1')
})

test.each(['new.md', 'docs/link.md', 'docs', '../README.md', 'docs/photo.bin'])(
  '%s is no document',
  async (name) => {
    const documents = await openGit(tree, calm)

    await expect(documents.read(name)).rejects.toMatchObject({ reason: 'not understood' })
  },
)

test('what is no repository has no documents', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'plumbline-git-'))
  await expect(openGit(empty, calm)).rejects.toMatchObject({ reason: 'not understood' })
  execFileSync('git', ['init', '--quiet', empty])
  await expect(openGit(empty, calm)).rejects.toThrow('no commit')
  rmSync(empty, { recursive: true })

  await expect(openGit(empty, calm)).rejects.toMatchObject({ reason: 'unreachable' })
  await expect(openGit(tree, AbortSignal.abort(new Error('interrupted')))).rejects.toThrow(
    'interrupted',
  )
})
