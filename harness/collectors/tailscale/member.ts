import type { Host } from '../../model/inventory.ts'

/** Whether we log in to this host as a member of the tailnet that is judged; a vantage is only a place to look from. */
export const isMember = ({ role, tailnetAddress }: Host): boolean =>
  role !== 'vantage' && tailnetAddress !== undefined
