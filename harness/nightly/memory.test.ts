import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folder } from '../../reports/testdata/folder.ts'
import { Memory } from './memory.ts'
import { NEVER } from './told.ts'

test('what is kept is there again, each channel by itself', async () => {
  const path = join(await folder(), 'told.json')
  const memory = await Memory.open(path)
  expect(memory.of('email')).toEqual(NEVER)
  await memory.keep('email', { untold: [], digestOn: '2026-11-28' })
  const again = await Memory.open(path)
  expect(again.of('email').digestOn).toBe('2026-11-28')
  expect(again.of('ntfy')).toEqual(NEVER)
  expect(again.trouble).toBeUndefined()
})

test.each(['', '{', '[]', '{"schema":"plumbline/told/1"}', '{"schema":"x","channels":{}}'])(
  'a file that cannot be used (%j) is kept, told of, and counts as none',
  async (text) => {
    const dir = await folder()
    const path = join(dir, 'told.json')
    await writeFile(path, text)
    const memory = await Memory.open(path)
    expect(memory.trouble).toContain('counts as the first night')
    expect(memory.of('email')).toEqual(NEVER)
    expect(await readdir(dir)).toEqual(['told.json.bad'])
    expect(await readFile(`${path}.bad`, 'utf8')).toBe(text)
  },
)
