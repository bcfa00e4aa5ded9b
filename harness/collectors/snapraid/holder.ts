import type { Host, Inventory } from '../../model/inventory.ts'

/** Whether a host is the one that holds the pool and its parity. */
export const holdsPool = ({ name }: Host, { storage }: Inventory): boolean => storage?.host === name
