import { documentCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { type Flowchart, flowchartOf } from './mermaid/edges.ts'

/** A way that the diagram draws, between names of the inventory. */
export interface DrawnWay {
  readonly vantage: string
  readonly service: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Ways from a vantage to a service that the exposure diagram draws. */
    exposureDiagram: readonly DrawnWay[]
  }
}

const PAGE = 'docs/architecture/exposure-diagram.md'

/**
 * What the diagram says can be reached from where. Node names are those of vantages and services; other nodes
 * are passed through, and an arrow to a subgraph leads to all of its members.
 *
 * @source the Mermaid flowchart of `docs/architecture/exposure-diagram.md`, as tracked at HEAD
 */
export const exposureDiagram = documentCollector('exposureDiagram', {
  read: async (documents, inventory): Promise<readonly DrawnWay[]> => {
    const page = (await documents.read(PAGE)).replace(/\r\n/g, '\n')
    const blocks = [...page.matchAll(/^```mermaid[^\n]*\n([\s\S]*?)^```/gm)]
    const [block] = blocks
    if (blocks.length !== 1 || block?.[1] === undefined)
      throw new Unseen(
        'not understood',
        `${PAGE} has ${blocks.length} Mermaid blocks: one is meant to be the exposure`,
      )
    const chart = flowchartOf(block[1])
    const stray = strayIn(chart, inventory)
    if (stray !== undefined)
      throw new Unseen(
        'not understood',
        `${PAGE} draws a way from "${stray}", where nobody looks: name a vantage of lab.yaml`,
      )
    return inventory.vantages.flatMap(({ name }) => waysFrom(name, chart, inventory))
  },
})

/** A node where a way to a service begins although it is no vantage: what it claims would be compared with nothing. */
function strayIn(chart: Flowchart, inventory: Inventory): string | undefined {
  const named = [...inventory.vantages, ...inventory.services].map(({ name }) => name)
  const groups = Object.keys(chart.groups)
  const reached = chart.edges.map(({ to }) => to)
  return chart.edges
    .map(({ from }) => from)
    .filter((from) => !named.includes(from) && (groups.includes(from) || !reached.includes(from)))
    .find((from) => waysFrom(from, chart, inventory).length > 0)
}

function waysFrom(
  vantage: string,
  { edges, groups }: Flowchart,
  { services, vantages }: Inventory,
): readonly DrawnWay[] {
  const isService = (node: string) => services.some(({ name }) => name === node)
  const isVantage = (node: string) => vantages.some(({ name }) => name === node)
  const seen = new Set<string>()
  const ahead = edges.filter(({ from }) => from === vantage).map(({ to }) => to)
  for (let node = ahead.pop(); node !== undefined; node = ahead.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    ahead.push(...(groups[node] ?? []))
    // A service or another place is where a way ends: what lies behind it is drawn from there.
    if (!isService(node) && !isVantage(node))
      ahead.push(...edges.filter(({ from }) => from === node).map(({ to }) => to))
  }
  return [...seen].filter(isService).map((service) => ({ vantage, service }))
}
