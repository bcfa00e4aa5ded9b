import { plugDrive, procedure, pullDrive, scrubWhole } from '#fixtures'
import { drill } from '#harness'

const DRIVE = 'ata-TOSHIBA_HDWG480_71U0A00AF0002'

export default drill('A drive of the pool is lost, everything works on, and it is resilvered', {
  statement: 'ZF-15',
  steadyState: ['pool-tank-healthy', 'snapshots-are-taken', 'proxy-maps-jellyfin'],
  breaks: ['pool-tank-healthy'],
  holds: ['snapshots-are-taken', 'proxy-maps-jellyfin'],
  method: pullDrive('proxmox', 'tank', DRIVE),
  recover: procedure('put the drive back in, and read everything', undefined, [
    ['proxmox', plugDrive('tank', DRIVE)],
    ['proxmox', scrubWhole('tank')],
  ]),
  objective: 'noncritical',
  notOn: { live: 'never: while one drive is gone, no second one is left' },
})
