import { loseDisk, newDisk, procedure, syncParity } from '#fixtures'
import { drill } from '#harness'

export default drill('A data disk that dies is rebuilt from parity, byte for byte', {
  statement: 'ZT-57',
  steadyState: [
    'parity-has-no-known-errors',
    'parity-is-fresh',
    'data-disks-are-independent-ext4',
    'pool-branches-are-mounted-disks',
  ],
  prepare: syncParity('vm102'),
  method: loseDisk('vm102', 'WD-WX41D8A10001', '/mnt/disk1'),
  alert: 'DiskMissing',
  recover: procedure('put a new disk in, and rebuild what was on it', 'disk-loss', [
    ['vm102', 'systemctl stop snapraid-sync.timer'],
    ['vm102', newDisk('WD-WX41D8A10001', 'disk1', '6f1c2a84-5b0e-4d1a-9c37-2e8f4a6b0d11')],
    ['vm102', 'mount /mnt/disk1'],
    ['vm102', 'snapraid -d d1 fix'],
    ['vm102', 'snapraid -d d1 -a check'],
    ['vm102', 'chown -R svc-ingest:media /mnt/disk1/media'],
    ['vm102', 'chown -R svc-nextcloud:svc-nextcloud /mnt/disk1/nextcloud'],
    ['vm102', 'chown -R svc-calibre:svc-calibre /mnt/disk1/calibre'],
    ['vm102', 'chmod -R u=rwX,g=rX,o= /mnt/disk1/media /mnt/disk1/nextcloud /mnt/disk1/calibre'],
    ['vm102', 'systemctl start snapraid-sync.service snapraid-sync.timer'],
  ]),
  objective: 'noncritical',
  stake: {
    on: 'vm102',
    folders: ['/mnt/disk1/media', '/mnt/disk1/nextcloud', '/mnt/disk1/calibre', '/mnt/disk2/media'],
    marker: '/mnt/disk1/marker',
    tidy: 'systemctl start snapraid-sync.service && systemctl start snapraid-scrub.service',
    rebuilt: {
      by: 'snapraid -d d1 fix',
      folders: ['/mnt/disk1/media', '/mnt/disk1/nextcloud', '/mnt/disk1/calibre'],
    },
    mayLose: 'p.snapraid.max_age',
    safeguards: ['parity-is-fresh', 'parity-is-scrubbed'],
  },
  record: 'disk-loss',
  notOn: {
    live: 'a person at the drives: from within nobody could take one out, or put an empty one in',
  },
})
