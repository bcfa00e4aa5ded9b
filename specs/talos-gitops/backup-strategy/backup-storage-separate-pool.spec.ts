import { all, control, none, that, the } from '#harness'

const DISK = /^(scsi|virtio|sata|ide|rootfs|mp)\d*$/
const UNKNOWN = 'nobody can tell'

control(
  'The datastores lie in another ZFS pool than the disks that they protect',
  {
    statement: 'TG-217',
    impact: 'high',
    strength: 'target',
    kind: 'backup',
    standards: ['CP-6', 'CP-9', 'CIS-11.4'],
    remedy:
      'Move the data disk of the backup server to a pool of its own disks. It remains on the same machine: see the off-site copy.',
  },
  ({ inventory, lab, need }) => {
    const { server, tiers } = need('backups')
    const poolOf = (volume: string) => {
      const storage = the(
        lab.proxmoxStorages,
        `storage of ${volume}`,
        ({ name, node }) => name === volume.split(':')[0] && node === need('pve').node,
      )
      // A folder may lie in any pool.
      return storage.pool?.split('/')[0] ?? UNKNOWN
    }
    const disksOf = (vmid: number | undefined) =>
      Object.entries(
        the(lab.guestConfigs, `guest ${vmid}`, (config) => config.vmid === vmid).options,
      ).filter(([key, value]) => DISK.test(key) && !/(^none|,media=cdrom)/.test(value))
    const own = inventory.guests.find(({ name }) => name === server?.guest)
    const kept = disksOf(own?.vmid)
      .filter(([key]) => key === server?.disk)
      .map(([, volume]) => poolOf(volume))
    all(
      () =>
        that(server === undefined || kept.length === 1, 'the disk of the datastores is there', {
          server,
          kept,
        }),
      () =>
        none(
          inventory.guests
            .filter(({ name }) => name in tiers && name !== server?.guest)
            .flatMap(({ name, vmid }) =>
              disksOf(vmid).map(([disk, volume]) => ({ guest: name, disk, pool: poolOf(volume) })),
            ),
          'shares the pool of its backups',
          ({ pool }) => kept.includes(pool) || kept.includes(UNKNOWN) || pool === UNKNOWN,
        ),
    )
  },
)
