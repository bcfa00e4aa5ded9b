import { guard } from '../judge/guard.ts'
import { Unverifiable } from '../model/verdict.ts'

const FACTS = new Set(['tailnetPolicy', 'tailnetKeys', 'tailnetSettings'])

/** A token of another tailnet, or one that may see nothing, is answered 200 and empty lists. */
export const tailnetShowsDevices = guard({
  name: 'tailnet-shows-devices',
  says: 'The tailnet that answers has a device that was declared: it is ours',
  covers: (fact, subject) => subject === 'lab' && FACTS.has(fact),
  holds: ({ lab }) => {
    const { complete, because = 'no declared device is listed' } = lab.tailnetDevices
    if (!complete) throw new Unverifiable(because)
  },
})
