import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { labsOf } from '../cli/labs.ts'
import { type Recording, writeRecord } from './record.ts'
import { action, aDrill, FakeLab, step } from './rehearse.test-lab.ts'

const [lab] = await labsOf(['zero-trust'])
const watch = { seen: () => undefined }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumb-record-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function recorded(more: Parameters<typeof aDrill>[0]) {
  const fake = new FakeLab()
  const since = () => (fake.now - Date.parse('2026-11-28T08:00:00Z')) / 1000
  fake.says = () => (since() >= 2 && since() < 20 ? 'fail' : 'pass')
  const drill = aDrill({ record: 'lxc-loss', ...more })
  const rehearsed = await fake.rehearse(drill)
  const about = { inventory: lab?.inventory, target: 'containers', folder }
  return await writeRecord({ drill, rehearsed, watch, ...about } as Recording)
}

test('what a procedure did is kept for the documents', async () => {
  const recover = { says: 'mend it', does: action(step('mend', '')) }
  expect(await recorded({ recover })).toBe(join(folder, 'drills/lxc-loss.json'))
  expect(readdirSync(join(folder, 'drills'))).toEqual(['lxc-loss.json'])
})

test('a drill that measured nothing that a record tells says so: nobody looks for one', async () => {
  expect(await recorded({})).toBe('none: nothing was measured that the documents keep of lxc-loss')
  expect(readdirSync(folder)).toEqual([])
})

test('a drill that is to leave no record says nothing of one', async () => {
  expect(await recorded({ record: undefined } as never)).toBeUndefined()
})
