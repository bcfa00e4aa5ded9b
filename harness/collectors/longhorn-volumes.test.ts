import { expect, test } from 'vitest'
import { listing, meta } from './kubernetes/listing.ts'
import { longhornBackupTargets } from './longhorn-backup-targets.ts'
import { longhornBackups } from './longhorn-backups.ts'
import { longhornNodes } from './longhorn-nodes.ts'
import { longhornSettings } from './longhorn-settings.ts'
import { longhornVolumes } from './longhorn-volumes.ts'
import { inventory } from './text/stage.ts'

const at = (plural: string) => `/apis/longhorn.io/v1beta2/namespaces/longhorn-system/${plural}`
const only = async <T>(census: Promise<{ items: readonly T[] }>) => (await census).items

test('a size is a text of digits, and a volume without a claim has none', async () => {
  const volume = {
    metadata: meta('pvc-1', 'longhorn-system'),
    spec: { size: '107374182400', numberOfReplicas: 2 },
    status: { state: 'attached', robustness: 'healthy', kubernetesStatus: { pvcName: '' } },
  }
  const [seen] = await only(
    longhornVolumes.read(listing({ [at('volumes')]: ['VolumeList', volume] }), inventory),
  )

  expect(seen).toMatchObject({ bytes: 107_374_182_400, replicas: 2, state: 'attached' })
  expect(seen).not.toHaveProperty('claim')
})

test('a disk that Longhorn has not looked at has no room', async () => {
  const node = {
    metadata: meta('w-1', 'longhorn-system'),
    spec: { allowScheduling: true, disks: { data: { path: '/var/mnt/data' } } },
    status: {},
  }
  expect(
    await only(longhornNodes.read(listing({ [at('nodes')]: ['NodeList', node] }), inventory)),
  ).toEqual([
    {
      name: 'w-1',
      allowsScheduling: true,
      conditions: [],
      disks: [
        {
          name: 'data',
          id: '',
          path: '/var/mnt/data',
          allowsScheduling: false,
          availableBytes: 0,
          maximumBytes: 0,
          scheduledBytes: 0,
          conditions: [],
        },
      ],
    },
  ])
})

test('no login of a target and no name of a Secret is kept', async () => {
  const target = {
    metadata: meta('default', 'longhorn-system'),
    spec: { backupTargetURL: 'cifs://user:hunter2@nas/backup', pollInterval: '5m0s' },
  }
  const setting = { metadata: meta('backup-target-credential-secret'), value: 'cifs-secret' }

  expect(
    await only(
      longhornBackupTargets.read(
        listing({ [at('backuptargets')]: ['BackupTargetList', target] }),
        inventory,
      ),
    ),
  ).toEqual([{ name: 'default', url: 'cifs://***@nas/backup', isAvailable: false, poll: '5m0s' }])
  expect(
    await only(
      longhornSettings.read(listing({ [at('settings')]: ['SettingList', setting] }), inventory),
    ),
  ).toEqual([{ name: 'backup-target-credential-secret', value: '***' }])
})

test('a backup that has not begun has neither a time nor a size', async () => {
  const backup = { metadata: meta('b', 'longhorn-system'), status: { size: '' } }
  expect(
    await only(
      longhornBackups.read(listing({ [at('backups')]: ['BackupList', backup] }), inventory),
    ),
  ).toEqual([{ name: 'b', volume: '', state: '', mode: 'incremental' }])
})

test('a cluster without Longhorn has no such list', async () => {
  await expect(longhornVolumes.read(listing({}), inventory)).rejects.toThrow('403')
})
