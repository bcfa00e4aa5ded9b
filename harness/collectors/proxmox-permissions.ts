import { apiCollector } from '../model/collector.ts'
import { type Permissions, permissionsAt } from './proxmox/permissions.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What our own token may see at the hypervisor. */
    proxmoxPermissions: Permissions
  }
}

/**
 * Rights of the token that asks. Lists of Proxmox leave out what it may not see, without a word.
 *
 * @source GET /access/permissions
 */
export const proxmoxPermissions = apiCollector('proxmoxPermissions', {
  api: 'proxmox',
  read: (get) => permissionsAt(get),
})
