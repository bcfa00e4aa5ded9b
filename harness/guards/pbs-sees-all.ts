import type { Permissions } from '../collectors/proxmox/permissions.ts'
import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'

/** Facts whose lists the backup server shortens, without a word, to what the token may see. */
const FILTERED = new Set([
  'backupStores',
  'backupSnapshots',
  'backupServerJobs',
  'backupServerTasks',
])

/** What has to be held on a path and everything below it. */
const NEEDED = [
  { path: '/datastore', privilege: 'Datastore.Audit' },
  { path: '/remote', privilege: 'Remote.Audit' },
  { path: '/system', privilege: 'Sys.Audit' },
]

/** Without it, a list that lacks something says nothing about backups, only about our token. */
export const pbsSeesAll = guard({
  name: 'pbs-sees-all',
  says: 'The token may read every datastore, task and remote of the backup server',
  covers: (fact, subject) => subject === 'lab' && FILTERED.has(fact),
  holds: ({ lab }) => {
    const held = lab.backupServerPermissions
    const missing = NEEDED.filter((needed) => !reaches(held, needed))
    that(
      missing.length === 0,
      'the token has every right to read: give user and token the role Audit on /datastore and /system, and RemoteAudit on /remote, and no lesser one below',
      { missing },
    )
  },
})

/** Whether the right is inherited from the path or the root, and no path below takes it away. */
function reaches(
  held: Permissions,
  { path, privilege }: { readonly path: string; readonly privilege: string },
): boolean {
  const from = held[path] ?? held['/'] ?? {}
  return (
    from[privilege] === true &&
    Object.entries(held).every(
      ([at, rights]) => !at.startsWith(`${path}/`) || rights[privilege] !== undefined,
    )
  )
}
