import type { Backups } from '../../model/inventory/backups.ts'
import type { Inventory } from '../../model/inventory.ts'
import { Unseen } from '../../model/unseen.ts'

/** What the inventory says of backups; nobody is asked about them where it says nothing. */
export function backupsOf({ backups }: Inventory): Backups {
  if (!backups) throw new Unseen('not asked', 'the inventory has no "backups"')
  return backups
}

/** Jobs of the hypervisor are asked for where either kind of backup is spoken of. */
export function expectsBackups({ backups, backup }: Inventory): void {
  if (!backups && !backup)
    throw new Unseen('not asked', 'the inventory has neither "backups" nor "backup"')
}
