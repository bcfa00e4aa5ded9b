import type { Host, Inventory } from '../../model/inventory.ts'

/** Whether a host is one of the architecture's machines or a guest on one of them: those whose role is judged. */
export const isOfMachines = ({ role }: Host, { machines }: Inventory): boolean =>
  machines !== undefined && role !== 'vantage' && role !== 'router'

/** Whether a host is meant to run a Docker engine. */
export const hasEngine = ({ name }: Host, { engines }: Inventory): boolean =>
  engines?.includes(name) === true

/** Refuses whoever is not root: what only root sees would be missing without a word. */
export const AS_ROOT =
  '[ "$(id -u)" = 0 ] || { echo "only root sees all of it: Permission denied" >&2; exit 1; }'
