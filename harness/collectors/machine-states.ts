import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { list, number, object, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, objectOf } from './proxmox/answer.ts'
import { type GuestSeen, guestList } from './proxmox/guest-list.ts'

/** A virtual machine as it runs: what its process has, and what its agent says from inside. */
export interface MachineState {
  readonly vmid: number
  readonly status: string
  /** What QEMU itself says: `running`, `paused`, `io-error` … */
  readonly qemuStatus: string
  readonly processors: number
  readonly maxMemoryBytes: number
  /** Interfaces as the agent inside lists them, loopback left out. */
  readonly interfaces: readonly MachineInterface[]
}

export interface MachineInterface {
  readonly name: string
  /** Lower case. */
  readonly mac: string
  readonly addresses: readonly { readonly address: string; readonly prefixLength: number }[]
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Every virtual machine; one whose agent does not answer makes it incomplete. */
    machineStates: Census<MachineState>
  }
}

/** @source GET /nodes/{node}/qemu/{vmid}/status/current and /agent/network-get-interfaces */
export const machineStates = apiCollector('machineStates', {
  api: 'proxmox',
  read: async (get, inventory): Promise<Census<MachineState>> => {
    if (!inventory.placement)
      throw new Unseen('not asked', 'the inventory does not say what runs where ("placement")')
    const listed = await guestList(get, inventory)
    const items: MachineState[] = []
    const reasons = listed.because === undefined ? [] : [listed.because]
    for (const guest of listed.items.filter(
      ({ type, isTemplate }) => type === 'qemu' && !isTemplate,
    )) {
      const state = await stateOrReason(get, guest)
      if (typeof state === 'string') reasons.push(state)
      else items.push(state)
    }
    return reasons.length === 0
      ? { items, complete: true }
      : { items, complete: false, because: reasons.join('; ') }
  },
})

async function stateOrReason(get: Get, guest: GuestSeen): Promise<MachineState | string> {
  const at = `${API}/nodes/${guest.node}/qemu/${guest.vmid}`
  const [current, agent] = [`${at}/status/current`, `${at}/agent/network-get-interfaces`]
  try {
    const state = objectOf(await get(current), current)
    const answer = objectOf(await get(agent), agent)
    return {
      vmid: guest.vmid,
      status: text(state.status, `status of ${guest.vmid}`),
      qemuStatus: text(state.qmpstatus, `qmpstatus of ${guest.vmid}`),
      processors: number(state.cpus, `cpus of ${guest.vmid}`),
      maxMemoryBytes: number(state.maxmem, `maxmem of ${guest.vmid}`),
      interfaces: list(answer.result, `interfaces of ${guest.vmid}`)
        .map(interfaceOf)
        .filter(({ name }) => name !== 'lo'),
    }
  } catch (error) {
    if (error instanceof Unseen) return `machine ${guest.vmid}: ${error.message}`
    throw error
  }
}

function interfaceOf(value: unknown): MachineInterface {
  const row = object(value, 'an interface')
  const name = text(row.name, 'name of an interface')
  const addresses = row['ip-addresses'] === undefined ? [] : list(row['ip-addresses'], name)
  return {
    name,
    mac: text(row['hardware-address'] ?? '', `hardware address of ${name}`).toLowerCase(),
    addresses: addresses.map((one) => {
      const found = object(one, `an address of ${name}`)
      return {
        address: text(found['ip-address'], `an address of ${name}`),
        prefixLength: number(found.prefix, `prefix of ${name}`),
      }
    }),
  }
}
