import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { hasEngine } from './machines/asked.ts'

/** What a container has written outside its volumes: it is gone with the container. */
export interface ContainerLayer {
  readonly container: string
  readonly bytes: number
  /** Paths that were added or changed. */
  readonly paths: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every container; not complete where one has changed more paths than are told. */
    containerLayers: Census<ContainerLayer>
  }
}

const MOST = 2000

/** @source docker-inspect(1) --size, docker-diff(1) */
export const containerLayers = hostCollector('containerLayers', {
  where: hasEngine,
  timeoutSeconds: 60,
  command: `l=$(docker ps -aq --no-trunc) || exit; for i in $l; do docker inspect --type container --size --format 'container {{.Name}} {{.SizeRw}}' "$i" || exit; c=$(docker diff "$i") || exit; printf '%s\\n' "$c" | sed -n 's/^[AC] /path /p' | head -n ${MOST}; done; echo listed`,
  parse: ({ stdout }): Census<ContainerLayer> => {
    const text = stdout.trimEnd()
    if (text === 'listed') return { items: [], complete: true }
    if (!text.endsWith('\nlisted'))
      throw new Unseen('cut short', 'the list of containers has no end')
    const items = text
      .slice(0, -'\nlisted'.length)
      .split(/\n(?=container \/)/)
      .map(layerOf)
    const full = items.find(({ paths }) => paths.length >= MOST)
    return full
      ? { items, complete: false, because: `${full.container} changed ${MOST} paths or more` }
      : { items, complete: true }
  },
})

function layerOf(block: string): ContainerLayer {
  const [head = '', ...lines] = block.split('\n')
  const [, container, bytes] = /^container \/(\S+) (\d+)$/.exec(head) ?? []
  if (!container || bytes === undefined || !lines.every((line) => line.startsWith('path /')))
    throw new Unseen('not understood', 'a container is not described as it should be')
  return { container, bytes: Number(bytes), paths: lines.map((line) => line.slice(5)) }
}
