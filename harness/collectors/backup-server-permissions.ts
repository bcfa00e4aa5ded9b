import { apiCollector } from '../model/collector.ts'
import { type Permissions, permissionsAt } from './proxmox/permissions.ts'

declare module '../model/facts.ts' {
  interface LabFacts {
    /** What our own token may see at the backup server. */
    backupServerPermissions: Permissions
  }
}

/**
 * Rights of the token that asks. Lists of the backup server leave out what it may not see, without a word.
 *
 * @source GET /access/permissions
 */
export const backupServerPermissions = apiCollector('backupServerPermissions', {
  api: 'pbs',
  read: (get) => permissionsAt(get),
})
