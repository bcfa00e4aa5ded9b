import type { Host, Inventory } from '../../model/inventory.ts'

/** Whether a host runs containers out of the lab's repository: then what made them is asked. */
export const isComposed = ({ role }: Host, { iac }: Inventory): boolean =>
  role === 'compute' && iac !== undefined
