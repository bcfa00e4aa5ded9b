import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { EACH_RUNNING, runningOf } from './docker/running.ts'

/** Device nodes of a GPU that the processes of one container find. */
export interface ContainerGpu {
  readonly container: string
  /** E.g. `nvidia0`, `nvidiactl`; empty without a GPU. */
  readonly nodes: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every running container; complete when all run. */
    containerGpus: Census<ContainerGpu>
  }
}

/**
 * What a container was given of a GPU, in its own file system: the engine's word says what it was asked for.
 *
 * @source /proc/PID/root/dev, as root; docker-inspect(1) for the PIDs
 */
export const containerGpus = hostCollector('containerGpus', {
  where: ({ name }, { gpu }) => gpu?.host === name,
  command: EACH_RUNNING('echo looked; ls -A "/proc/$p/root/dev" | sed -n "/^nvidia/p" || exit'),
  parse: ({ stdout }): Census<ContainerGpu> => {
    const { running, stopped } = runningOf(stdout)
    const items = running.map(({ name, lines }) => ({
      container: name,
      nodes: lines.filter((line) => line !== 'looked'),
    }))
    return stopped.length === 0
      ? { items, complete: true }
      : {
          items,
          complete: false,
          because: `a container that does not run has no devices to look at: ${stopped.join(', ')}`,
        }
  },
})
