import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Whether the kernel passes on IPv4 packets that are for others. */
    forwarding: { readonly isForwarding: boolean }
  }
}

/** @source /proc/sys/net/ipv4/ip_forward, of the network namespace that the host is in */
export const forwarding = hostCollector('forwarding', {
  where: ({ role, tailnetAddress }, { addressing }) =>
    addressing !== undefined && role === 'service' && tailnetAddress !== undefined,
  command: 'cat /proc/sys/net/ipv4/ip_forward',
  parse: ({ stdout }) => {
    if (!/^[01]\n?$/.test(stdout))
      throw new Unseen('not understood', 'ip_forward is neither 0 nor 1')
    return { isForwarding: stdout.trim() === '1' }
  },
})
