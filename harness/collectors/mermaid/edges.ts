import { Unseen } from '../../model/unseen.ts'

/** Nodes and arrows of a Mermaid flowchart. */
export interface Flowchart {
  /** Every node, each once; a subgraph is none. */
  readonly nodes: readonly string[]
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  /** Nodes of each subgraph, nested ones included. */
  readonly groups: Readonly<Record<string, readonly string[]>>
}

const NODE =
  /^([\w.-]+)(?:@\{[^}]*\}|\s*(?:\[\(.*?\)\]|\(\[.*?\]\)|\(\(.*?\)\)|\[\[.*?\]\]|\{\{.*?\}\}|\[.*?\]|\(.*?\)|\{.*?\}|>.*?\]))?(?::::[\w-]+)?$/
/** An arrow with a head, any line, with text in or after it. `--x` says that nothing gets through and is no edge. */
const ARROW =
  /\s*(?:<?(?:-{2,}|={2,}|-\.+-?)(?:\s+[^-=|>]+?\s+(?:-{2,}|={2,}|\.+-))?[>x](?:\|[^|]*\|)?)\s*/
const NOTHING =
  /^(%%.*|direction\s+\w+|(classDef|class|style|linkStyle|click|accTitle|accDescr)\b.*|)$/

/**
 * Reads a flowchart line by line.
 *
 * @throws Unseen on a line that is not understood: an arrow that was not read would look like no way
 */
export function flowchartOf(code: string): Flowchart {
  const [head = '', ...lines] = code
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (!/^(flowchart|graph)\b/.test(head))
    throw new Unseen('not understood', 'the Mermaid block is no flowchart')
  const edges: { from: string; to: string }[] = []
  const groups: Record<string, string[]> = {}
  const all: string[] = []
  const open: string[] = []
  for (const line of lines) {
    const group = /^subgraph\s+([\w.-]+)/.exec(line)?.[1]
    if (group !== undefined) {
      groups[group] = []
      open.push(group)
    } else if (line === 'end') open.pop()
    else if (!NOTHING.test(line)) {
      const { nodes, arrows } = lineOf(line)
      edges.push(...arrows)
      all.push(...nodes)
      for (const name of open) groups[name]?.push(...nodes)
    }
  }
  const nodes = [...new Set(all)].filter((node) => groups[node] === undefined)
  return { nodes, edges, groups }
}

function lineOf(line: string) {
  const arrows = [...line.matchAll(new RegExp(ARROW, 'g'))].map(([text]) => text.trim())
  const steps = line.split(new RegExp(ARROW, 'g')).map((part) => part.split('&').map(nodeOf))
  return {
    nodes: steps.flat(),
    arrows: steps
      .slice(1)
      .flatMap((heads, at) =>
        /x(\|[^|]*\|)?$/.test(arrows[at] ?? '')
          ? []
          : (steps[at] ?? []).flatMap((from) => heads.map((to) => ({ from, to }))),
      ),
  }
}

function nodeOf(written: string): string {
  const name = NODE.exec(written.trim())?.[1]
  if (name === undefined)
    throw new Unseen('not understood', 'a line of the Mermaid flowchart has another form')
  return name
}
