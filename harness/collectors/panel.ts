import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'

/** The game panel: its nodes, and what they may still take. */
export interface Panel {
  readonly nodes: Census<PanelNode>
  readonly servers: Census<PanelServer>
}

export interface PanelNode {
  readonly id: number
  readonly name: string
  /** Name or address at which the panel reaches its daemon. */
  readonly fqdn: string
  readonly memoryMiB: number
  readonly diskMiB: number
  /** Percent by which servers may exceed the memory, or disk; -1 is no limit. */
  readonly memoryOverallocate: number
  readonly diskOverallocate: number
  /** Addresses and ports that no server has; complete when every page was read. */
  readonly freeAllocations: Census<string>
}

export interface PanelServer {
  readonly uuid: string
  readonly name: string
  readonly node: number
  readonly memoryMiB: number
  readonly diskMiB: number
}

declare module '../model/facts.ts' {
  interface LabFacts {
    panel: Panel
  }
}

type Row = Readonly<Record<string, unknown>>

/** @source GET /api/application/{nodes,servers,nodes/<id>/allocations} of Pelican 1.0, with a key that may read */
export const panel = apiCollector('panel', {
  api: 'panel',
  read: async (get): Promise<Panel> => {
    const { items, ...whole } = await rowsAt(get, '/api/application/nodes')
    const nodes: PanelNode[] = []
    for (const row of items) nodes.push(await nodeOf(get, row))
    const servers = await rowsAt(get, '/api/application/servers')
    return {
      nodes: { ...whole, items: nodes },
      servers: { ...servers, items: servers.items.map(serverOf) },
    }
  },
})

/** The first hundred; the answer itself says how many there are. */
async function rowsAt(get: Get, path: string): Promise<Census<Row>> {
  const answer = object(await get(`${path}?per_page=100`), path)
  const items = list(answer.data, `data of ${path}`).map((one) =>
    object(object(one, `one of ${path}`).attributes, `attributes at ${path}`),
  )
  const { pagination } = object(answer.meta, `meta of ${path}`)
  const total = number(object(pagination, `pagination of ${path}`).total, `total of ${path}`)
  return total === items.length
    ? { items, complete: true }
    : { items, complete: false, because: `${path} holds ${total} and showed ${items.length}` }
}

async function nodeOf(get: Get, row: Row): Promise<PanelNode> {
  const id = number(row.id, 'id of a node')
  const allocations = await rowsAt(get, `/api/application/nodes/${id}/allocations`)
  const free = allocations.items.filter(({ assigned }) => assigned === false)
  const amount = (key: string) => number(row[key], `${key} of a node`)
  return {
    id,
    name: text(row.name, 'name of a node'),
    fqdn: text(row.fqdn, 'fqdn of a node'),
    memoryMiB: amount('memory'),
    diskMiB: amount('disk'),
    memoryOverallocate: amount('memory_overallocate'),
    diskOverallocate: amount('disk_overallocate'),
    freeAllocations: {
      ...allocations,
      items: free.map(({ ip, port }) => `${text(ip, 'ip')}:${number(port, 'port')}`),
    },
  }
}

function serverOf(row: Row): PanelServer {
  const limits = object(row.limits, 'limits of a server')
  return {
    uuid: text(row.uuid, 'uuid of a server'),
    name: text(row.name, 'name of a server'),
    node: number(row.node, 'node of a server'),
    memoryMiB: number(limits.memory, 'memory of a server'),
    diskMiB: number(limits.disk, 'disk of a server'),
  }
}
