import { expect, test } from 'vitest'
import type { Documents } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { exposureDiagram } from './exposure-diagram.ts'

const inventory = {
  vantages: [{ name: 'internet' }, { name: 'tailnet' }],
  services: [{ name: 'cloud' }, { name: 'books' }],
} as unknown as Inventory
const read = (...lines: string[]) => {
  const page = ['# Exposure', '```mermaid', 'flowchart LR', ...lines, '```', ''].join('\n')
  const documents: Documents = { list: async () => [], read: async () => page }
  return exposureDiagram.read(documents, inventory)
}

test('an arrow to a group leads to all of its members', async () => {
  expect(await read('subgraph g', 'cloud', 'books', 'end', 'tailnet --> g')).toEqual(
    expect.arrayContaining([
      { vantage: 'tailnet', service: 'cloud' },
      { vantage: 'tailnet', service: 'books' },
    ]),
  )
})

test('a way leads through other nodes, but not through another place', async () => {
  expect(await read('internet --> gateway --> cloud')).toEqual([
    { vantage: 'internet', service: 'cloud' },
  ])
  expect(await read('internet --> tailnet', 'tailnet --> cloud')).toEqual([
    { vantage: 'tailnet', service: 'cloud' },
  ])
})

test('a way from where nobody looks is compared with nothing, and so not understood', async () => {
  await expect(read('lan --> cloud')).rejects.toThrow('a way from "lan"')
  await expect(read('lan --> switch --> books')).rejects.toThrow('a way from "lan"')
  await expect(read('subgraph out', 'internet', 'end', 'out --> cloud')).rejects.toThrow(
    'a way from "out"',
  )
  expect(await read('ana --> tailnet', 'tailnet --> cloud', 'cloud --> books')).toHaveLength(1)
})

test('a page without its one flowchart is not understood', async () => {
  await expect(read('```', '```mermaid', 'flowchart LR')).rejects.toThrow('2 Mermaid blocks')
})
