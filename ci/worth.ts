import { hasReplica, replicaOf } from '../fixtures/targets/containers/description.ts'
import { Worth } from '../fixtures/targets/containers/recorded.ts'
import type { Reality } from '../harness/model/fact.ts'
import type { Snapshot } from '../harness/model/snapshot.ts'
import { realitiesOf } from '../reports/tell.ts'

/**
 * What the evidence of a control is worth where a lab stands in containers, best first: by the lab's description, from
 * facts that were read of its embedded replica.
 *
 * @param reads facts, `fact@subject`
 */
export async function worthInContainers({
  lab,
  inventory,
  facts,
}: Snapshot): Promise<(reads: readonly string[]) => readonly Reality[]> {
  if (!hasReplica(lab)) return () => []
  const replica = await replicaOf(lab)
  const worth = (key: string): readonly Reality[] => {
    const [fact = '', subject = ''] = key.split('@')
    const vantage = inventory.vantages.find(({ name }) => name === subject)
    return (facts[key]?.evidence ?? []).map(({ source, ask, reality }) => {
      const here = new Worth(replica, { reality: () => reality })
      if (vantage) return here.ofVantage(fact, vantage)
      return subject === 'lab'
        ? here.ofService(fact, source.replace(/ API$/, ''), ask.replace(/^GET /, ''))
        : here.ofHost(fact, subject)
    })
  }
  return (reads) => realitiesOf(reads.flatMap(worth).map((reality) => ({ reality })))
}
