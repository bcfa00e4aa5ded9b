import type { Host, Inventory } from '../../model/inventory.ts'

/** Whether a host is the one that exports the shares of `smb`. */
export const servesShares = ({ name }: Host, { smb }: Inventory): boolean => smb?.host === name
