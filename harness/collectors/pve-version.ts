import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** What the hypervisor's own shell says it is. */
export interface PveVersion {
  /** Of pve-manager, e.g. `8.4.1`. */
  readonly manager: string
  /** Revision it was built from. */
  readonly repoid: string
  /** Kernel that runs. */
  readonly kernel: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    pveVersion: PveVersion
  }
}

/** @source pveversion(1) */
export const pveVersion = hostCollector('pveVersion', {
  roles: ['hypervisor'],
  command: 'pveversion',
  parse: ({ stdout }): PveVersion => {
    const found = /^pve-manager\/([^/\s]+)\/(\S+) \(running kernel: (\S+)\)\s*$/.exec(stdout)
    const [, manager, repoid, kernel] = found ?? []
    if (manager === undefined || repoid === undefined || kernel === undefined)
      throw new Unseen('not understood', 'pveversion prints no line of the usual form')
    return { manager, repoid, kernel }
  },
})
