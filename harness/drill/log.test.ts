import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DrillLog, logPathOf, readLog } from './log.ts'

let out: string
const head = { lab: 'attic', file: '/attic/lab.yaml', target: 'containers', allow: [] }
const step = (does: string) => ({
  ...{ on: 'vm1', does, undo: `undo ${does}` },
  ...{ drill: 'x/it', steadyState: ['x/a'] },
})

beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'plumb-log-'))
})
afterEach(() => rm(out, { recursive: true, force: true }))

test('what is begun is on disk before it is done, with what undoes it', async () => {
  const log = await DrillLog.begin(out, head)
  log.begun(step('break'))
  expect(await readFile(logPathOf(out, 'attic'), 'utf8')).toContain('"undo":"undo break"')
  log.undone(1)
  await log[Symbol.asyncDispose]()
  expect(await readdir(out)).toEqual([])
})

test('nobody drills a lab that somebody drills', async () => {
  await using _mine = await DrillLog.begin(out, head)
  await expect(DrillLog.begin(out, head)).rejects.toThrow(`process ${process.pid} drills attic`)
  await using _other = await DrillLog.begin(out, { ...head, lab: 'cellar' })
})

test('what is left is told to whoever comes next, the rest of a line is not', async () => {
  const log = await DrillLog.begin(out, head)
  for (const does of ['one', 'two', 'three']) log.begun(step(does))
  log.undone(3)
  expect(log.left.map(({ does }) => does)).toEqual(['two', 'one'])
  await log[Symbol.asyncDispose]()
  const path = logPathOf(out, 'attic')
  await appendFile(path, '{"kind":"begun","n":4,"on":"vm')
  const left = await readLog(path)
  expect(left?.head).toMatchObject({ ...head, by: { pid: process.pid } })
  expect(left?.steps.map(({ does }) => does)).toEqual(['one', 'two'])
})

test('a log that was left is gone on with, and goes once all is undone', async () => {
  const log = await DrillLog.begin(out, head)
  log.begun(step('one'))
  log.begun(step('two'))
  await log[Symbol.asyncDispose]()
  const path = logPathOf(out, 'attic')
  const left = await readLog(path)
  if (!left) throw new Error('no log')
  const again = DrillLog.resume(path, left)
  for (const { n } of again.left) again.undone(n)
  await again[Symbol.asyncDispose]()
  expect(await readdir(out)).toEqual([])
})

test('who undoes what a dead process left holds the lab as who drills it', async () => {
  const log = await DrillLog.begin(out, head)
  log.begun(step('one'))
  await log[Symbol.asyncDispose]()
  const path = logPathOf(out, 'attic')
  const dead = (await readFile(path, 'utf8')).replace(`"pid":${process.pid}`, '"pid":4194305')
  await writeFile(path, dead)
  const left = await readLog(path)
  if (!left) throw new Error('no log')
  const again = DrillLog.resume(path, left)
  expect((await readLog(path))?.head.by.pid).toBe(process.pid)
  await expect(DrillLog.begin(out, head)).rejects.toThrow(`process ${process.pid} drills attic`)
  again.undone(1)
  await again[Symbol.asyncDispose]()
})

test('half a line is taken away before anything is written behind it', async () => {
  const log = await DrillLog.begin(out, head)
  log.begun(step('one'))
  log.begun(step('two'))
  await log[Symbol.asyncDispose]()
  const path = logPathOf(out, 'attic')
  await appendFile(path, '{"kind":"undone","n')
  const left = await readLog(path)
  if (!left) throw new Error('no log')
  const again = DrillLog.resume(path, left)
  again.undone(2)
  await again[Symbol.asyncDispose]()
  expect((await readLog(path))?.steps.map(({ does }) => does)).toEqual(['one'])
})

test('a line that is none is refused, with its place', async () => {
  const path = logPathOf(out, 'attic')
  await appendFile(path, '{"kind":"head"}\nnonsense\n')
  await expect(readLog(path)).rejects.toThrow(`${path}:2: is no line of a log`)
})

test('a file that is none is refused', async () => {
  await appendFile(logPathOf(out, 'attic'), '{"kind":"undone","n":1}\n')
  await expect(readLog(logPathOf(out, 'attic'))).rejects.toThrow('is no log of a drill')
})
