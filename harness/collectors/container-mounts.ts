import type { Census } from '../model/census.ts'
import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { EACH_RUNNING, runningOf } from './docker/running.ts'
import { MASK } from './text/mask.ts'
import { type Mount, mountOf } from './text/mount-line.ts'

/** The mount table that the processes of one container see. */
export interface ContainerMounts {
  readonly container: string
  /** Every mount, those below others included; paths are the container's. */
  readonly mounts: readonly Mount[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Mount tables of running containers. A container that does not run has none: then the census is not complete. */
    containerMounts: Census<ContainerMounts>
  }
}

/**
 * What the kernel mounted into each running container. The engine's own word (`RW`) is about the topmost
 * mount only: what lies below may be writable.
 *
 * @source /proc/PID/mountinfo, proc(5), as root; docker-inspect(1) for the PIDs
 */
export const containerMounts = hostCollector('containerMounts', {
  roles: ['compute'],
  command: EACH_RUNNING(`sed -E '${MASK}' "/proc/$p/mountinfo" || exit`),
  parse: ({ stdout }): Census<ContainerMounts> => {
    const { running, stopped } = runningOf(stdout)
    const items = running.map(({ name, lines }) => ({ container: name, mounts: tableOf(lines) }))
    return stopped.length === 0
      ? { items, complete: true }
      : {
          items,
          complete: false,
          because: `a container that does not run has no mounts to look at: ${stopped.join(', ')}; start it, or remove it`,
        }
  },
})

function tableOf(lines: readonly string[]): readonly Mount[] {
  const mounts = lines.map(mountOf)
  if (!mounts.some(({ path }) => path === '/'))
    throw new Unseen('not understood', 'the mount table of a container has no root')
  return mounts
}
