import { hostCollector, word } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { type Block, blocksOf } from './systemd/blocks.ts'

/** A unit that the inventory says uses storage, and what ties it to its mounts. */
export interface StorageUser {
  readonly unit: string
  readonly loadState: string
  readonly activeState: string
  readonly requires: readonly string[]
  readonly bindsTo: readonly string[]
  readonly after: readonly string[]
  /** Paths whose mounts it requires and starts after. */
  readonly requiresMountsFor: readonly string[]
  /** When it became active, or, for a job that runs and ends, last began; microseconds since the boot, 0 when it never did. */
  readonly startedAfterBootUs: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** The units of `storage.mountUsers` on this host. */
    storageUsers: readonly StorageUser[]
  }
}

const PROPERTIES =
  'Id,LoadState,ActiveState,Requires,BindsTo,After,RequiresMountsFor,InactiveExitTimestampMonotonic'

const unitsOf = (host: Host, { storage }: Inventory): readonly string[] =>
  storage?.mountUsers.filter((user) => user.host === host.name).map(({ unit }) => unit) ?? []

/**
 * Dependencies of what uses storage, as systemd has resolved them, drop-ins included.
 *
 * @source systemctl(1) show, systemd 247 or later
 */
export const storageUsers = hostCollector('storageUsers', {
  where: (host, inventory) => unitsOf(host, inventory).length > 0,
  command: (host, inventory) =>
    `systemctl show ${unitsOf(host, inventory).map(word).join(' ')} --no-pager -p ${PROPERTIES}`,
  parse: ({ stdout }): readonly StorageUser[] => blocksOf(stdout).map(userOf),
})

const userOf = (block: Block): StorageUser => ({
  unit: block.text('Id'),
  loadState: block.text('LoadState'),
  activeState: block.text('ActiveState'),
  requires: block.maybe('Requires')?.split(' ') ?? [],
  bindsTo: block.maybe('BindsTo')?.split(' ') ?? [],
  after: block.maybe('After')?.split(' ') ?? [],
  requiresMountsFor: block.maybe('RequiresMountsFor')?.split(' ') ?? [],
  startedAfterBootUs: block.count('InactiveExitTimestampMonotonic'),
})
