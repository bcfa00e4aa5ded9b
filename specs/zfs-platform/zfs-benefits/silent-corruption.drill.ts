import { procedure, rotDrive, scrubWhole } from '#fixtures'
import { drill } from '#harness'

const DRIVE = 'ata-TOSHIBA_HDWG480_71U0A00AF0002'

export default drill('Wrong data of one drive are found by a scrub, and repaired from the other', {
  statement: 'ZF-16',
  steadyState: ['pool-tank-healthy', 'pool-scrubbed-recently', 'checksums-enabled'],
  breaks: ['pool-tank-healthy'],
  // A scrub that could not repair everything counts its errors, and this falls.
  holds: ['pool-scrubbed-recently', 'checksums-enabled'],
  method: rotDrive('proxmox', 'tank', DRIVE),
  recover: procedure('clear the counters, and read everything once more', undefined, [
    ['proxmox', scrubWhole('tank')],
  ]),
  objective: 'noncritical',
  notOn: { live: 'never: the other drive may hold the only good copy' },
})
