import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { swap } from './swap.ts'

let out: string
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'swap-'))
})
afterEach(() => rm(out, { recursive: true, force: true }))

async function folder(name: string, files: Record<string, string>): Promise<string> {
  const path = join(out, name)
  await mkdir(path)
  for (const [file, text] of Object.entries(files)) await writeFile(join(path, file), text)
  return path
}

test('the new folder takes the place, and what only the old one had is kept', async () => {
  await folder('lab', { 'run.json': 'old', 'proof.json': 'proof' })
  await swap(await folder('fresh', { 'run.json': 'new' }), join(out, 'lab'))
  expect(await readdir(out)).toEqual(['lab'])
  expect(await readFile(join(out, 'lab', 'run.json'), 'utf8')).toBe('new')
  expect(await readFile(join(out, 'lab', 'proof.json'), 'utf8')).toBe('proof')
})

test('what is outdated is not kept', async () => {
  await folder('lab', { 'run.json': 'old', 'junit.xml': 'all is well', 'proof.json': 'proof' })
  await swap(await folder('fresh', { 'run.json': 'new' }), join(out, 'lab'), ['junit.xml'])
  expect(await readdir(join(out, 'lab'))).toEqual(['proof.json', 'run.json'])
})

test('many that end together leave one whole folder and nothing else', async () => {
  const fresh = await Promise.all(
    ['a', 'b', 'c', 'd'].map((name) => folder(name, { 'run.json': name, 'snapshot.json': name })),
  )
  await Promise.all(fresh.map((path) => swap(path, join(out, 'lab'))))
  expect(await readdir(out)).toEqual(['lab'])
  const [run, snapshot] = await Promise.all(
    ['run.json', 'snapshot.json'].map((name) => readFile(join(out, 'lab', name), 'utf8')),
  )
  expect(run).toBe(snapshot)
})
