import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { MASK } from './text/mask.ts'
import { type Mount, mountOf } from './text/mount-line.ts'

export type { Mount } from './text/mount-line.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every mount of the machine's own mount namespace. */
    mounts: readonly Mount[]
  }
}

/**
 * What is mounted where: the kernel's table of PID 1, not what fstab wishes, nor a login's own namespace.
 *
 * @source /proc/1/mountinfo, proc(5)
 */
export const mounts = hostCollector('mounts', {
  command: `sed -E '${MASK}' /proc/1/mountinfo`,
  parse: ({ stdout }): readonly Mount[] => {
    const found = stdout.split('\n').filter(Boolean).map(mountOf)
    if (!found.some(({ path }) => path === '/'))
      throw new Unseen('not understood', 'the mount table has no root: it is not the whole table')
    return found
  },
})
