import { deleteFolder, manyFiles, procedure } from '#fixtures'
import { drill } from '#harness'

const FOLDER = '/mnt/disk1/.verify/many'

export default drill('Files that somebody deletes come back from parity, as they were', {
  statement: 'ZT-57',
  steadyState: ['parity-is-fresh', 'parity-has-no-known-errors'],
  breaks: ['parity-is-fresh'],
  prepare: manyFiles('vm102', FOLDER, 60),
  method: deleteFolder('vm102', FOLDER),
  recover: procedure('keep the next sync off, and give back what is missing', 'file-deletion', [
    ['vm102', 'systemctl stop snapraid-sync.timer'],
    ['vm102', 'snapraid diff || [ $? = 2 ]'],
    ['vm102', 'snapraid -m fix'],
    ['vm102', 'snapraid -a check'],
    ['vm102', `chmod 640 ${FOLDER}/*`],
    ['vm102', 'systemctl start snapraid-sync.timer'],
  ]),
  objective: 'p.rto.canary',
  stake: {
    on: 'vm102',
    folders: [FOLDER, '/srv/pool/media'],
    marker: '/mnt/disk2/marker',
    tidy: 'systemctl start snapraid-sync.service && systemctl start snapraid-scrub.service',
    rebuilt: { by: 'snapraid -m fix', folders: [FOLDER] },
    mayLose: 'p.snapraid.max_age',
    safeguards: ['parity-is-fresh'],
  },
  record: 'file-deletion',
})
