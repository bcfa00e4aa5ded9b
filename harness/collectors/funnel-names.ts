import type { Census } from '../model/census.ts'
import { vantageCollector } from '../model/collector.ts'
import type { Inventory } from '../model/inventory.ts'
import type { ProbeAnswer } from '../model/probe.ts'

/** A device's name, as the public DNS has it. A name is published exactly while something is funnelled to it. */
export interface FunnelName {
  readonly device: string
  readonly name: string
  /** Addresses of the relays that hand on what comes in; empty for a name that does not exist. */
  readonly addresses: readonly string[]
}

declare module '../model/facts.ts' {
  interface VantageFacts {
    /** Complete when the resolver is a public one that answers, and answered about every device. */
    funnelNames: Census<FunnelName>
  }
}

/** A name that every public resolver knows: without it, "does not exist" says nothing. */
const CONTROL = 'controlplane.tailscale.com'
const TYPES = ['A', 'AAAA'] as const

/**
 * Names of the tailnet's devices in the public DNS, asked from the internet.
 *
 * @source DNS, at the resolver of the vantage `internet`
 */
export const funnelNames = vantageCollector('funnelNames', {
  ask: ({ name }, inventory) => {
    const devices = devicesOf(inventory)
    if (name !== 'internet' || devices.length === 0) return undefined
    const names = [CONTROL, ...devices.map((device) => device.name)]
    return { dns: names.flatMap((one) => TYPES.map((type) => ({ name: one, type }))) }
  },
  parse: (answer, _vantage, inventory): Census<FunnelName> => {
    const items = devicesOf(inventory).map((device) => ({
      ...device,
      addresses: looked(answer, device.name).flatMap(({ values }) => values),
    }))
    const because = doubt(answer, items)
    return because === undefined
      ? { items, complete: true }
      : {
          items: items.filter(({ addresses }) => !addresses.some(isOfTailnet)),
          complete: false,
          because,
        }
  },
})

const devicesOf = ({ tailnet }: Inventory) =>
  (tailnet ? tailnet.devices : []).map(({ name }) => ({
    device: name,
    name: `${name}.${tailnet?.name}`,
  }))

const looked = ({ dns }: ProbeAnswer, name: string) => dns.filter((one) => one.name === name)

/** Addresses of the tailnet, 100.64.0.0/10 and fd7a:115c:a1e0::/48, are given out by its own resolver only. */
const isOfTailnet = (address: string): boolean =>
  /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(address) || /^fd7a:115c:a1e0:/i.test(address)

/** Why a name that was not found may be there all the same. */
function doubt(answer: ProbeAnswer, items: readonly FunnelName[]): string | undefined {
  if (!looked(answer, CONTROL).some(({ values }) => values.length > 0))
    return `the resolver of the vantage does not even know ${CONTROL}`
  if (items.some(({ addresses }) => addresses.some(isOfTailnet)))
    return 'the resolver of the vantage gives addresses of the tailnet: it is not a public one'
  const silent = items.find(({ name }) => {
    const answers = looked(answer, name)
    return answers.length < TYPES.length || answers.some(({ error }) => error !== undefined)
  })
  return silent === undefined ? undefined : `nothing is known about ${silent.name}`
}
