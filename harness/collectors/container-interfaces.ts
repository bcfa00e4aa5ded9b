import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'
import { guestList } from './proxmox/guest-list.ts'

/** What the hypervisor finds in the network namespace of a container that runs. */
export interface ContainerInterfaces {
  readonly vmid: number
  /** Loopback left out. */
  readonly interfaces: readonly ContainerInterface[]
}

export interface ContainerInterface {
  readonly name: string
  /** Lower case. */
  readonly mac: string
  readonly addresses: readonly { readonly address: string; readonly prefixLength: number }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every container; one that does not run, or shows no interface, makes it incomplete. */
    containerInterfaces: Census<ContainerInterfaces>
  }
}

/**
 * Addresses inside containers. `inet` and `inet6` hold only the last address each: the list is read instead.
 *
 * @source GET /nodes/{node}/lxc/{vmid}/interfaces, Proxmox VE 8.3 or later
 */
export const containerInterfaces = apiCollector('containerInterfaces', {
  api: 'proxmox',
  where: ({ addressing }) => addressing !== undefined,
  read: async (get, inventory): Promise<Census<ContainerInterfaces>> => {
    const listed = await guestList(get, inventory)
    const items: ContainerInterfaces[] = []
    const reasons = listed.because === undefined ? [] : [listed.because]
    for (const guest of listed.items.filter((one) => one.type === 'lxc' && !one.isTemplate)) {
      const path = `${API}/nodes/${guest.node}/lxc/${guest.vmid}/interfaces`
      const found = await interfacesOrReason(get, path)
      if (typeof found === 'string') reasons.push(`container ${guest.vmid}: ${found}`)
      else items.push({ vmid: guest.vmid, interfaces: found })
    }
    return reasons.length === 0
      ? { items, complete: true }
      : { items, complete: false, because: reasons.join('; ') }
  },
})

async function interfacesOrReason(
  get: Get,
  path: string,
): Promise<readonly ContainerInterface[] | string> {
  try {
    const found = rowsOf(await get(path), path).map(interfaceOf)
    // A container that does not run has an empty list, and no error says so.
    if (found.length === 0) return 'it shows no interface, as one that does not run'
    return found.filter(({ name }) => name !== 'lo')
  } catch (error) {
    if (error instanceof Unseen) return error.message
    throw error
  }
}

function interfaceOf(row: Readonly<Record<string, unknown>>): ContainerInterface {
  const name = text(row.name, 'name of an interface')
  return {
    name,
    mac: text(row['hardware-address'], `hardware address of ${name}`).toLowerCase(),
    addresses: list(row['ip-addresses'], `addresses of ${name}`).map((value) => {
      const one = object(value, `an address of ${name}`)
      return {
        address: text(one['ip-address'], `an address of ${name}`),
        prefixLength: number(one.prefix, `a prefix of ${name}`),
      }
    }),
  }
}
