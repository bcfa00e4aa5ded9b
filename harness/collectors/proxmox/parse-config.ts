import { flag, list, number, text } from '../../model/parse.ts'
import { Unseen } from '../../model/unseen.ts'
import type {
  GuestConfig,
  GuestNetwork,
  MountPoint,
  Passthrough,
  PendingChange,
  StartOrder,
} from './guest-config.ts'
import { propertiesOf } from './property-string.ts'

type Shape = { readonly [member: string]: unknown }

/** Free text, credentials and environments: never kept. */
const PRIVATE = ['description', 'env', 'cipassword', 'ciuser', 'cicustom', 'sshkeys']

/** The configuration in force, from `config?current=1`, and the changes that wait, from `pending`. */
export function configOf(
  guest: Pick<GuestConfig, 'vmid' | 'type' | 'node'>,
  config: Shape,
  pending: readonly Shape[],
): GuestConfig {
  const options = optionsOf(config)
  const entries = Object.entries(options)
  const numbered = (prefix: string) =>
    entries.filter(([key]) => new RegExp(`^${prefix}\\d+$`).test(key))
  const container = guest.type === 'lxc'
  return {
    vmid: guest.vmid,
    type: guest.type,
    node: guest.node,
    isTemplate: isOn(options, 'template'),
    startsAtBoot: isOn(options, 'onboot'),
    startup: startOrderOf(options.startup),
    ...(container ? { isUnprivileged: isOn(options, 'unprivileged') } : {}),
    features: featuresOf(options.features),
    mountPoints: container
      ? entries.filter(([key]) => /^(rootfs|mp\d+)$/.test(key)).map(mountPointOf)
      : [],
    devices: numbered('dev').map(([key, value]) => ({
      key,
      path: propertiesOf(value, 'path').get('path') ?? '',
    })),
    networks: numbered('net').map(networkOf),
    passthrough: numbered('hostpci').map(passthroughOf),
    raw: config.lxc === undefined ? [] : rawOf(config.lxc),
    options,
    pending: pending.flatMap(pendingOf),
  }
}

function optionsOf(config: Shape): Readonly<Record<string, string>> {
  const kept = Object.entries(config).filter(([key]) => key !== 'lxc' && !PRIVATE.includes(key))
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      typeof value === 'number' ? String(value) : text(value, `option ${key}`),
    ]),
  )
}

/** An option that is documented as off without the key. */
const isOn = (options: Readonly<Record<string, string>>, key: string): boolean =>
  key in options && flag(options[key], `option ${key}`)

function startOrderOf(value: string | undefined): StartOrder {
  if (value === undefined) return {}
  const found = propertiesOf(value, 'order')
  const order = found.get('order')
  const up = found.get('up')
  return {
    ...(order === undefined ? {} : { order: number(order, 'startup order') }),
    ...(up === undefined ? {} : { upSeconds: number(up, 'startup delay') }),
  }
}

const featuresOf = (value: string | undefined): readonly string[] =>
  value === undefined
    ? []
    : [...propertiesOf(value, 'nesting')]
        .filter(([, setting]) => setting !== '0')
        .map(([feature, setting]) => `${feature}=${setting}`)
        .sort()

function mountPointOf([key, value]: readonly [string, string]): MountPoint {
  const found = propertiesOf(value, 'volume')
  const source = text(found.get('volume'), `volume of ${key}`)
  const path = key === 'rootfs' ? '/' : text(found.get('mp'), `path of ${key}`)
  return { key, source, path, isHostPath: source.startsWith('/') }
}

function networkOf([key, value]: readonly [string, string]): GuestNetwork {
  const found = propertiesOf(value, 'model')
  const bridge = found.get('bridge')
  const tag = found.get('tag')
  const trunks = found.get('trunks')
  const firewall = found.get('firewall')
  return {
    key,
    ...(bridge === undefined ? {} : { bridge }),
    ...(tag === undefined ? {} : { tag: number(tag, `tag of ${key}`) }),
    ...(trunks === undefined ? {} : { trunks }),
    isFirewalled: firewall !== undefined && flag(firewall, `firewall of ${key}`),
  }
}

function passthroughOf([key, value]: readonly [string, string]): Passthrough {
  const found = propertiesOf(value, 'host')
  const host = found.get('host')
  const mapping = found.get('mapping')
  if (host === undefined && mapping === undefined)
    throw new Unseen('not understood', `${key} names neither a device nor a mapping`)
  return {
    key,
    addresses: host === undefined ? [] : host.split(';').map(addressOf),
    ...(mapping === undefined ? {} : { mapping }),
    isSlice: found.has('mdev'),
  }
}

/** A PCI address with its domain, lower case. */
export function addressOf(address: string): string {
  const found = /^([0-9a-f]{4,}:)?([0-9a-f]{2}:[0-9a-f]{2}(?:\.[0-7])?)$/i.exec(address.trim())
  if (!found) throw new Unseen('not understood', 'a hostpci setting names no PCI address')
  return `${found[1] ?? '0000:'}${found[2]}`.toLowerCase()
}

const rawOf = (lines: unknown): GuestConfig['raw'] =>
  list(lines, 'lxc lines').map((line) => {
    const [key, value, ...rest] = list(line, 'an lxc line')
    if (rest.length > 0) throw new Unseen('not understood', 'an lxc line is no pair')
    const name = text(key, 'name of an lxc line')
    const setting = text(value, `value of ${name}`)
    return { key: name, value: name.startsWith('lxc.environment') ? '***' : setting }
  })

function pendingOf(row: Shape): readonly PendingChange[] {
  const key = text(row.key, 'key of a pending change')
  const deleted = row.delete !== undefined && number(row.delete, `delete of ${key}`) > 0
  if (deleted) return [{ key }]
  if (row.pending === undefined) return []
  const value = typeof row.pending === 'number' ? String(row.pending) : row.pending
  const hidden = PRIVATE.includes(key) || typeof value !== 'string'
  return [{ key, value: hidden ? '***' : value }]
}
