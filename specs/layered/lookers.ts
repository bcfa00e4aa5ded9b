import { Unverifiable, type Views } from '#harness'

type Vantage = Views['inventory']['vantages'][number]

/** Where the internet is looked from. */
export function outside({ inventory }: Pick<Views, 'inventory'>): Vantage {
  const found = inventory.vantages.find(({ name }) => name === 'internet')
  if (!found) throw new Unverifiable('the inventory has no vantage "internet"')
  return found
}

/** Where people inside are looked from: in each VLAN that may cross to the proxy. */
export function inside({ inventory, need }: Pick<Views, 'inventory' | 'need'>): readonly Vantage[] {
  const { host: proxy } = need('proxy')
  const { crossings } = need('segments')
  const found = inventory.vantages.filter(({ name }) =>
    crossings.some(({ from, to }) => from === name && to === proxy),
  )
  if (found.length === 0)
    throw new Unverifiable('the inventory has no vantage in a VLAN that may cross to the proxy')
  return found
}

/** Everywhere people come to the proxy from. */
export const doors = (views: Pick<Views, 'inventory' | 'need'>): readonly Vantage[] => [
  outside(views),
  ...inside(views),
]

/** Where a VLAN is looked from. */
export function inVlans({ inventory, need }: Pick<Views, 'inventory' | 'need'>) {
  const { vlans } = need('segments')
  const found = inventory.vantages.filter(({ name }) => vlans.some((it) => it.name === name))
  if (found.length === 0) throw new Unverifiable('the inventory has no vantage in any VLAN')
  return found
}

/** The host that a service runs on, by the name of the service. */
export function hostOf({ inventory }: Pick<Views, 'inventory'>, service: string): string {
  const found = inventory.services.find(({ name }) => name === service)
  if (!found) throw new Unverifiable(`the inventory has no service "${service}"`)
  return found.host
}
