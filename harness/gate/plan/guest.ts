import { configOf } from '../../collectors/proxmox/parse-config.ts'
import type { Census } from '../../model/census.ts'
import type { LabFacts } from '../../model/facts.ts'
import { number, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import { optionsOf } from './options.ts'
import type { Planned } from './planned.ts'

const TYPES: Readonly<Record<string, 'lxc' | 'qemu'>> = {
  proxmox_virtual_environment_container: 'lxc',
  proxmox_virtual_environment_vm: 'qemu',
  proxmox_lxc: 'lxc',
  proxmox_vm_qemu: 'qemu',
}

type Configs = LabFacts['guestConfigs']
type Guests = LabFacts['guests']

/** How a planned guest of Proxmox changes what is known of guests. */
export interface PlannedGuest {
  inConfigs(census: Configs): Configs
  inList(census: Guests): Guests
}

/** The guest that a planned resource is; undefined for any other resource. */
export function guestOf(planned: Planned): PlannedGuest | undefined {
  const type = TYPES[planned.type]
  if (!type) return undefined
  return {
    inConfigs: (census) => replaced(census, vmidOf(planned), configAfter(planned, type, census)),
    inList: (census) => replaced(census, vmidOf(planned), listedAfter(planned, type, census)),
  }
}

function vmidOf(planned: Planned): number {
  const named = planned.isGone
    ? (planned.before('vm_id') ?? planned.before('vmid'))
    : (planned.after('vm_id') ?? planned.after('vmid'))
  if (named === undefined)
    throw new Unseen('not asked', `the number of ${planned.address} is known only after apply`)
  return number(named, `number of ${planned.address}`)
}

/** Where it is now, unless the plan moves it. */
function nodeAfter(planned: Planned, now: string | undefined): string {
  const isMoved = planned.changes('node_name') || planned.changes('target_node')
  if (now !== undefined && !isMoved) return now
  const node = planned.after('node_name') ?? planned.after('target_node')
  return text(node, `node of ${planned.address}`)
}

/** The configuration that is there, with what the plan changes; of a new guest, what the plan says. */
function configAfter(planned: Planned, type: 'lxc' | 'qemu', { items }: Configs) {
  if (planned.isGone) return undefined
  const vmid = vmidOf(planned)
  const now = items.find((guest) => guest.vmid === vmid)
  if (!now && !planned.isNew)
    throw new Unseen('not understood', `${planned.address} is guest ${vmid}, which is not there`)
  const kept = now && !planned.isNew ? now : undefined
  const options: Record<string, unknown> = { ...kept?.options }
  for (const [key, value] of Object.entries(optionsOf(planned, type))) {
    if (value === undefined) delete options[key]
    else options[key] = value
  }
  const lxc = kept?.raw.map(({ key, value }) => [key, value])
  return configOf(
    { vmid, type, node: nodeAfter(planned, kept?.node) },
    { ...options, ...(lxc && lxc.length > 0 ? { lxc } : {}) },
    (kept?.pending ?? []).map(({ key, value }) =>
      value === undefined ? { key, delete: 1 } : { key, pending: value },
    ),
  )
}

function listedAfter(planned: Planned, type: 'lxc' | 'qemu', { items }: Guests) {
  if (planned.isGone) return undefined
  const vmid = vmidOf(planned)
  const now = items.find((guest) => guest.vmid === vmid)
  const moves = ['started', 'template', 'node_name', 'target_node', 'name']
  if (now && !moves.some((name) => planned.changes(name))) return now
  const isTemplate = planned.after('template') === true
  const isStarted = !isTemplate && planned.after('started') !== false
  const name = planned.after('name')
  return {
    vmid,
    ...(typeof name === 'string' ? { name } : now?.name ? { name: now.name } : {}),
    type,
    node: nodeAfter(planned, now?.node),
    status: isStarted ? 'running' : 'stopped',
    isTemplate,
  }
}

/** The census with one guest as it would be, or without it. */
function replaced<T extends { readonly vmid: number }>(
  census: Census<T>,
  vmid: number,
  guest: T | undefined,
): Census<T> {
  const others = census.items.filter((one) => one.vmid !== vmid)
  const items = guest ? [...others, guest].sort((a, b) => a.vmid - b.vmid) : others
  return { ...census, items }
}
