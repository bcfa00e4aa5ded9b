import { hasReplica, replicaOf } from '../fixtures/targets/containers/description.ts'
import { Worth } from '../fixtures/targets/containers/recorded.ts'
import { hasMachines, machinesOf } from '../fixtures/targets/qemu/description.ts'
import { asReplica } from '../fixtures/targets/qemu/worth.ts'
import type { Reality } from '../harness/model/fact.ts'
import type { Snapshot } from '../harness/model/snapshot.ts'
import { realitiesOf } from '../reports/tell.ts'

/** What evidence is worth, best first, by the facts that were read: `fact@subject`. */
type Weigh = (reads: readonly string[]) => readonly Reality[]

/** Where a lab stands in containers, by its description, from facts that were read of its embedded replica. */
export async function worthInContainers(snapshot: Snapshot): Promise<Weigh> {
  if (!hasReplica(snapshot.lab)) return () => []
  return weighing(snapshot, await replicaOf(snapshot.lab))
}

/** Where hosts of it are machines; of what reads nothing of a machine, nothing is told. */
export async function worthOnMachines(snapshot: Snapshot): Promise<Weigh> {
  if (!hasMachines(snapshot.lab)) return () => []
  const machines = await machinesOf(snapshot.lab)
  const weigh = weighing(snapshot, asReplica(machines, snapshot.inventory))
  const isAsked = (key: string): boolean => {
    const [fact = '', subject = ''] = key.split('@')
    return subject in machines.hosts && !(fact in machines.recorded || key in machines.recorded)
  }
  return (reads) => (reads.some(isAsked) ? weigh(reads) : [])
}

function weighing(
  { inventory, facts }: Snapshot,
  described: ConstructorParameters<typeof Worth>[0],
): Weigh {
  const worth = (key: string): readonly Reality[] => {
    const [fact = '', subject = ''] = key.split('@')
    const vantage = inventory.vantages.find(({ name }) => name === subject)
    return (facts[key]?.evidence ?? []).map(({ source, ask, reality }) => {
      const here = new Worth(described, { reality: () => reality })
      if (vantage) return here.ofVantage(fact, vantage)
      return subject === 'lab'
        ? here.ofService(fact, source.replace(/ API$/, ''), ask.replace(/^GET /, ''))
        : here.ofHost(fact, subject)
    })
  }
  return (reads) => realitiesOf(reads.flatMap(worth).map((reality) => ({ reality })))
}
