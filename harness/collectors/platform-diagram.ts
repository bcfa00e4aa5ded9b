import { documentCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { flowchartOf } from './mermaid/edges.ts'

/** Nodes and arrows, by the names in front of their labels. */
export interface PlatformDiagram {
  readonly nodes: readonly string[]
  /** Arrows to or from a subgraph are those of its members. */
  readonly edges: readonly { readonly from: string; readonly to: string }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    platformDiagram: PlatformDiagram
  }
}

const PAGE = 'docs/architecture/diagram.md'

/** @source the Mermaid flowchart of `docs/architecture/diagram.md`, as tracked at HEAD */
export const platformDiagram = documentCollector('platformDiagram', {
  read: async (documents, { profiles }): Promise<PlatformDiagram> => {
    if (!profiles.includes('zero-trust'))
      throw new Unseen('not asked', 'its document draws no platform')
    const page = (await documents.read(PAGE)).replace(/\r\n/g, '\n')
    const blocks = [...page.matchAll(/^```mermaid[^\n]*\n([\s\S]*?)^```/gm)]
    const [block] = blocks
    if (blocks.length !== 1 || block?.[1] === undefined)
      throw new Unseen(
        'not understood',
        `${PAGE} has ${blocks.length} Mermaid blocks: one is meant to be the platform`,
      )
    const { nodes, edges, groups } = flowchartOf(block[1])
    const members = (name: string) => groups[name] ?? [name]
    return {
      nodes,
      edges: edges.flatMap((edge) =>
        members(edge.from).flatMap((from) => members(edge.to).map((to) => ({ from, to }))),
      ),
    }
  },
})
