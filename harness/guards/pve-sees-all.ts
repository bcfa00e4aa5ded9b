import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'
import { Unverifiable } from '../model/verdict.ts'

/** Facts whose lists Proxmox shortens, without a word, to what the token may see. */
const FILTERED = new Set([
  'guests',
  'guestConfigs',
  'machineStates',
  'haResources',
  'startTasks',
  'pciMappings',
  'proxmoxReplications',
  'proxmoxExtras',
  'dirMappings',
  'containerInterfaces',
  'proxmoxStorages',
  'firewall',
  'proxmoxUsers',
  'backupJobs',
  'backupTasks',
  'guestsNotBackedUp',
  'backupArchives',
  'guestSnapshots',
])

const NEEDED = ['VM.Audit', 'Sys.Audit', 'Datastore.Audit', 'Mapping.Audit']

/** Without it, a list that lacks something says nothing about the lab, only about our token. */
export const pveSeesAll = guard({
  name: 'pve-sees-all',
  says: 'The token may read everything at the hypervisor, and sees every guest that was declared or could not be hidden',
  covers: (fact, subject) => subject === 'lab' && FILTERED.has(fact),
  holds: ({ lab }) => {
    const root = lab.proxmoxPermissions['/'] ?? {}
    const missing = NEEDED.filter((privilege) => root[privilege] !== true)
    that(
      missing.length === 0,
      'the token has every right to read, on / and below it: give it the role PVEAuditor there',
      { missing },
    )
    const nodes = lab.proxmoxNodes.length
    that(nodes > 0, 'Proxmox shows a node', { nodes })
    const { complete, because } = lab.guests
    if (!complete) throw new Unverifiable(because ?? 'some guests may be hidden')
  },
})
