import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { isAtDoor } from './scan/lookers.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** What the host takes the time to be, ISO 8601 in whole seconds, somewhere while its script ran. */
    clock: string
  }
}

/**
 * The host's clock. The guard `clock` compares it with ours: ages of what a host dates are worth no more.
 *
 * @source date(1)
 */
export const clock = hostCollector('clock', {
  // A vantage that looks at certificates judges them by its clock.
  where: (host, inventory) => host.role !== 'vantage' || isAtDoor(host, inventory),
  command: 'date -u +%s',
  parse: ({ stdout }): string => {
    if (!/^\d{9,11}\s*$/.test(stdout))
      throw new Unseen('not understood', 'date printed no seconds since 1970')
    return new Date(Number(stdout) * 1000).toISOString()
  },
})
