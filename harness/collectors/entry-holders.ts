import { hostCollector, word } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Hardware addresses that answered for the address of the cluster's entry. */
    entryHolders: readonly string[]
  }
}

/**
 * Who says that the address is his, on the segment itself: everybody is asked each time, so that a second
 * one who answers is heard too.
 *
 * @source arping(8) of iputils; status 1 when nobody answered
 */
export const entryHolders = hostCollector('entryHolders', {
  where: ({ name }, { kubernetes }) => kubernetes?.balancer.seenFrom?.host === name,
  exits: [0, 1],
  command: (_, { kubernetes }) => {
    const { entry = '', seenFrom } = kubernetes?.balancer ?? {}
    return `arping -b -c 3 -w 5 -I ${word(seenFrom?.device ?? '')} ${word(entry)}`
  },
  parse: ({ stdout }): readonly string[] => {
    if (!/^ARPING .*^Sent \d+ probes/ms.test(stdout))
      throw new Unseen('not understood', 'arping did not say what it sent')
    const found = [...stdout.matchAll(/reply from \S+ \[([0-9A-Fa-f:]{17})\]/g)]
    return [...new Set(found.map(([, mac = '']) => mac.toLowerCase()))]
  },
})
