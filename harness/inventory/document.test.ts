import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadInventory } from './load.ts'
import { inFolder, problemsOf, SMALL, spoilt } from './spoil.ts'

describe('the file', () => {
  test('everything that is wrong is told at once, in the order of the file', async () => {
    const text = SMALL.replace('role: storage', 'role: storrage')
      .replace('jump: pve', 'jump: pvee')
      .replace('parameters: {}', 'parameters: {}\nlab: again\ncolour: red')
    expect((await problemsOf({ 'lab.yaml': text })).map((line) => line.split(' ')[0])).toEqual([
      'lab.yaml:9:11:',
      'lab.yaml:12:45:',
      'lab.yaml:26:1:',
      'lab.yaml:27:1:',
    ])
  })

  test('a key that stands twice is refused at the second', async () => {
    expect(await spoilt('    vmid: 100\n', '    vmid: 100\n    vmid: 100\n')).toEqual([
      'lab.yaml:12:5: this key stands twice in the same place; keep one of the two',
    ])
  })

  test.each([
    [
      'a tab',
      'lab:\n\t- x',
      'lab.yaml:2:1: the indentation does not fit; use spaces, the same number for members of one thing',
    ],
    [
      'an open quote',
      'lab: "x',
      'lab.yaml:1:8: a closing quote, bracket or a comma is missing here; add it',
    ],
    [
      'an alias of nothing',
      'lab: *x',
      'lab.yaml:1:6: this alias (*name) has no anchor (&name) before it; define it first',
    ],
    ['an unknown tag', 'lab: !secret x', 'lab.yaml:1:6: this tag (!name) is not known; remove it'],
    [
      'two documents',
      'lab: x\n---\nlab: y',
      'lab.yaml:2:1: a second document begins here; write one document per file',
    ],
    ['nothing', '', 'lab.yaml:1:1: the file is empty, not a group of keys; the keys of lab.yaml'],
  ])('%s is told with its place', async (_, text, problem) => {
    expect(await problemsOf({ 'lab.yaml': text })).toContain(problem)
  })

  test('aliases may not multiply', async () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
    for (const [i, name] of ['b', 'c', 'd', 'e'].entries())
      lines.push(`${name}: &${name} [${Array(10).fill(`*${'abcd'[i]}`).join(', ')}]`)
    expect(await problemsOf({ 'lab.yaml': lines.join('\n') })).toEqual([
      'lab.yaml: its aliases (*name) expand too far; write the values out',
    ])
  })

  test('more than 1 MiB, other encodings and absent files are refused', async () => {
    expect(await problemsOf({ 'lab.yaml': '#'.repeat(2 ** 20 + 1) })).toEqual([
      'lab.yaml: is larger than 1 MiB; an inventory is written by hand',
    ])
    expect(await problemsOf({ 'lab.yaml': Uint8Array.of(0x6c, 0xff, 0xfe) })).toEqual([
      'lab.yaml: is not UTF-8 text; save it as UTF-8',
    ])
    expect(await problemsOf({})).toEqual([
      'lab.yaml: cannot be read (ENOENT); check its name and permissions',
    ])
    await inFolder({}, async (folder) => {
      await expect(loadInventory(folder)).rejects.toThrow('is not a file; name a YAML file')
    })
  })

  test('problems of both files are told together', async () => {
    const files = { 'lab.yaml': SMALL.replace('role: storage', 'role: x'), 'waivers.yaml': '{}' }
    expect((await problemsOf(files)).map((line) => line.split(':')[0])).toEqual([
      'lab.yaml',
      'waivers.yaml',
    ])
  })

  test("a name from the reader's own folder is shown as they would write it", async () => {
    await expect(loadInventory(join(process.cwd(), 'absent', 'lab.yaml'))).rejects.toThrow(
      'absent/lab.yaml: cannot be read (ENOENT)',
    )
  })
})
