import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

/** Whether the hypervisor's firewall is meant to run, and does. */
export interface FirewallService {
  readonly isEnabled: boolean
  readonly isRunning: boolean
  /** Whether the kernel differs from the configuration, where the program says so. */
  readonly hasPendingChanges: boolean
}

declare module '../model/facts.ts' {
  interface HostFacts {
    firewallService: FirewallService
  }
}

/**
 * The firewall as its own program sees it: enabled in the configuration, running in the kernel.
 *
 * @source pve-firewall(8) status
 */
export const firewallService = hostCollector('firewallService', {
  roles: ['hypervisor'],
  command: 'pve-firewall status',
  parse: ({ stdout }): FirewallService => {
    const [, enabled, running, pending] =
      /^Status: (enabled|disabled)\/(running|stopped|unknown)( \(pending changes\))?\s*$/.exec(
        stdout,
      ) ?? []
    if (enabled === undefined || running === undefined || running === 'unknown')
      throw new Unseen('not understood', 'pve-firewall does not say whether it runs')
    return {
      isEnabled: enabled === 'enabled',
      isRunning: running === 'running',
      hasPendingChanges: pending !== undefined,
    }
  },
})
