import { list, number, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import type { Planned } from './planned.ts'

type Options = Record<string, string | undefined>

/**
 * What a planned guest changes, as options of Proxmox's own configuration; undefined takes one away.
 * Attributes that the plan leaves as they are, are left out: what the hypervisor says of them stands.
 */
export function optionsOf(planned: Planned, type: 'lxc' | 'qemu'): Options {
  const made = type === 'lxc' ? containerOptions(planned) : machineOptions(planned)
  const understood = new Set([...made.flatMap((one) => one.of), ...HARMLESS])
  const strange = planned.attributes.find((name) => planned.changes(name) && !understood.has(name))
  if (strange !== undefined)
    throw new Unseen(
      'not understood',
      `nobody here knows what ${strange} of ${planned.address} does`,
    )
  return Object.assign(
    {},
    ...made.filter(({ of }) => of.some((name) => planned.changes(name))).map(({ to }) => to()),
  )
}

/** Attributes that no fact is about, what is told elsewhere, and what the provider only reads back. */
const HARMLESS = [
  'id vm_id vmid node_name target_node name description desc started pool_id',
  'ipv4 ipv6 ipv4_addresses ipv6_addresses mac_addresses network_interface_names',
  'initialization operating_system console efi_disk tpm_state clone bios machine keyboard_layout vga',
  'serial_device scsi_hardware boot_order stop_on_destroy reboot migrate wait_for_ip',
  'timeout_clone timeout_create timeout_delete timeout_start timeout_start_vm timeout_stop_vm',
  'timeout_move_disk timeout_migrate timeout_reboot timeout_shutdown_vm',
].flatMap((line) => line.split(' '))

/** Some attributes, and the options that are made of them. */
interface Made {
  readonly of: readonly string[]
  readonly to: () => Options
}

const shared = (planned: Planned): readonly Made[] => [
  { of: ['startup'], to: () => ({ startup: startupOf(planned) }) },
  { of: ['tags'], to: () => ({ tags: tagsOf(planned.after('tags')) }) },
  { of: ['template'], to: () => ({ template: flagOf(planned.after('template')) }) },
  {
    of: ['cpu', 'cores'],
    to: () => ({ cores: amount(planned.after('cpu', 0, 'cores') ?? planned.after('cores')) }),
  },
  {
    of: ['memory'],
    to: () => ({
      memory: amount(planned.after('memory', 0, 'dedicated') ?? planned.after('memory')),
    }),
  },
]

const containerOptions = (planned: Planned): readonly Made[] => [
  ...shared(planned),
  { of: ['unprivileged'], to: () => ({ unprivileged: flagOf(planned.after('unprivileged')) }) },
  {
    of: ['start_on_boot', 'onboot'],
    to: () => ({ onboot: flagOf(planned.after('start_on_boot') ?? planned.after('onboot')) }),
  },
  { of: ['features'], to: () => ({ features: featuresOf(planned) }) },
  { of: ['network_interface'], to: () => numbered(planned, 'network_interface', 'net', networkOf) },
  {
    of: ['device_passthrough'],
    to: () => numbered(planned, 'device_passthrough', 'dev', deviceOf),
  },
  { of: ['disk'], to: () => (planned.count('disk') > 0 ? { rootfs: rootOf(planned) } : {}) },
  { of: ['mount_point'], to: () => numbered(planned, 'mount_point', 'mp', mountOf) },
]

const machineOptions = (planned: Planned): readonly Made[] => [
  ...shared(planned),
  {
    of: ['on_boot', 'onboot'],
    to: () => ({ onboot: flagOf(planned.after('on_boot') ?? planned.after('onboot')) }),
  },
  { of: ['hostpci'], to: () => numbered(planned, 'hostpci', 'hostpci', passthroughOf) },
  { of: ['disk'], to: () => disksOf(planned) },
  { of: ['agent'], to: () => ({ agent: flagOf(planned.after('agent', 0, 'enabled')) }) },
  { of: ['network_device'], to: () => numbered(planned, 'network_device', 'net', cardOf) },
]

const flagOf = (value: unknown): string | undefined => (value === true ? '1' : undefined)

const amount = (value: unknown): string | undefined =>
  value === undefined ? undefined : String(number(value, 'an amount of the plan'))

const tagsOf = (value: unknown): string | undefined =>
  value === undefined
    ? undefined
    : typeof value === 'string'
      ? value
      : list(value, 'tags')
          .map((tag) => text(tag, 'a tag'))
          .join(';')

function startupOf(planned: Planned): string | undefined {
  if (planned.count('startup') === 0) return undefined
  const part = (key: string, attribute: string) => {
    const value = planned.after('startup', 0, attribute)
    return value === undefined || Number(value) < 0 ? [] : [`${key}=${value}`]
  }
  return [...part('order', 'order'), ...part('up', 'up_delay')].join(',') || undefined
}

function featuresOf(planned: Planned): string | undefined {
  if (planned.count('features') === 0) return undefined
  const on = ['nesting', 'keyctl', 'fuse'].filter(
    (name) => planned.after('features', 0, name) === true,
  )
  const mounts = planned.after('features', 0, 'mount')
  const types = mounts === undefined ? [] : list(mounts, 'mount of features')
  return (
    [
      ...on.map((name) => `${name}=1`),
      ...(types.length > 0 ? [`mount=${types.join(';')}`] : []),
    ].join(',') || undefined
  )
}

type Block = (attribute: string) => unknown

/** Blocks of one name, as options with a number each; those of the guest that are no longer there go. */
function numbered(
  planned: Planned,
  block: string,
  key: string,
  optionOf: (block: Block, index: number) => string,
): Options {
  const made: Options = {}
  const before = planned.before(block)
  const most = Math.max(planned.count(block), Array.isArray(before) ? before.length : 0)
  for (let index = 0; index < most; index++)
    made[`${key}${index}`] =
      index < planned.count(block)
        ? optionOf((attribute) => planned.after(block, index, attribute), index)
        : undefined
  return made
}

const property = (key: string, value: unknown): readonly string[] =>
  value === undefined || value === '' || value === false
    ? []
    : [`${key}=${value === true ? 1 : value}`]

const networkOf = (block: Block, index: number): string =>
  [
    `name=${text(block('name') ?? `eth${index}`, 'name of a network interface')}`,
    ...property('bridge', block('bridge')),
    ...property('tag', block('vlan_id') || undefined),
    ...property('firewall', block('firewall')),
  ].join(',')

const cardOf = (block: Block): string =>
  [
    text(block('model') ?? 'virtio', 'model of a network card'),
    ...property('bridge', block('bridge')),
    ...property('tag', block('vlan_id') || undefined),
    ...property('firewall', block('firewall')),
  ].join(',')

const deviceOf = (block: Block): string => text(block('path'), 'path of a device')

const mountOf = (block: Block): string =>
  [
    text(block('volume'), 'volume of a mount point'),
    `mp=${text(block('path'), 'path of a mount point')}`,
    ...property('ro', block('read_only')),
  ].join(',')

const passthroughOf = (block: Block): string =>
  [
    ...(block('mapping') ? [`mapping=${block('mapping')}`] : [text(block('id'), 'id of a device')]),
    ...property('pcie', block('pcie')),
    ...property('mdev', block('mdev')),
  ].join(',')

const volumeOf = (store: unknown, size: unknown): string =>
  [`${text(store, 'store of a disk')}:planned`, ...property('size', size && `${size}G`)].join(',')

const rootOf = (planned: Planned): string =>
  volumeOf(planned.after('disk', 0, 'datastore_id'), planned.after('disk', 0, 'size'))

/** Disks of a machine are named by where they are attached. */
const disksOf = (planned: Planned): Options =>
  Object.fromEntries(
    Array.from({ length: planned.count('disk') }, (_, index) => [
      text(planned.after('disk', index, 'interface'), 'interface of a disk'),
      volumeOf(planned.after('disk', index, 'datastore_id'), planned.after('disk', index, 'size')),
    ]),
  )
