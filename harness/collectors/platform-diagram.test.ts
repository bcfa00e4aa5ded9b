import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { platformDiagram } from './platform-diagram.ts'

const inventory = { profiles: ['zero-trust'] } as unknown as Inventory
const read = (page: string) =>
  platformDiagram.read({ list: async () => [], read: async () => page }, inventory)

test('arrows of a group are those of its members', async () => {
  const page = '```mermaid\nflowchart TB\nsubgraph g [G]\nx[X]\ny\nend\na --> g\nx --> b[B]\n```\n'
  expect(await read(page)).toEqual({
    nodes: ['x', 'y', 'a', 'b'],
    edges: [
      { from: 'a', to: 'x' },
      { from: 'a', to: 'y' },
      { from: 'x', to: 'b' },
    ],
  })
})

test.each([['![as a picture](diagram.png)\n'], ['```mermaid\npie\n```\n```mermaid\npie\n```\n']])(
  'a page without one flowchart is not understood',
  async (page) => {
    await expect(read(page)).rejects.toThrow('one is meant to be the platform')
  },
)
