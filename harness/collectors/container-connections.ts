import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isComposed } from './docker/composed.ts'
import { EACH_RUNNING, runningOf } from './docker/running.ts'

/** A TCP connection that a container has open. */
export interface ContainerConnection {
  readonly container: string
  readonly localPort: number
  readonly peer: string
  readonly peerPort: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    containerConnections: readonly ContainerConnection[]
  }
}

/** @source nsenter(1) into the network of each running container, ss(8) */
export const containerConnections = hostCollector('containerConnections', {
  where: isComposed,
  command: EACH_RUNNING('echo connections; nsenter -t "$p" -n ss -Htn state established || exit'),
  parse: ({ stdout }): readonly ContainerConnection[] =>
    runningOf(stdout).running.flatMap(({ name, lines }) =>
      lines
        .slice(1)
        .filter(Boolean)
        .map((line) => {
          const [, localPort, peer, peerPort] =
            /^\s*\d+\s+\d+\s+\S+:(\d+)\s+\[?(?:::ffff:)?([0-9a-fA-F.:]+?)\]?:(\d+)\s*$/.exec(
              line,
            ) ?? []
          if (!peer) throw new Unseen('not understood', `a connection of ${name} has another form`)
          return { container: name, localPort: Number(localPort), peer, peerPort: Number(peerPort) }
        }),
    ),
})
