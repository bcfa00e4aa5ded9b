import { all, control, every, none, same, saw, the } from '#harness'

/** A disk that the hypervisor hands over whole, under a name that is its own. */
const WHOLE = /^(?:volume=|file=)?\/dev\/disk\/by-id\/([^,]+)/

control(
  'Every data disk is one ext4 file system on a drive of its own',
  {
    statement: 'ZT-60',
    impact: 'medium',
    kind: 'storage',
    standards: ['CM-6', 'CP-9', 'SC-36'],
    remedy:
      'Give the VM the whole drive (`qm set 102 --scsi1 /dev/disk/by-id/…,serial=…`), make one ext4 on it without LVM, RAID or LUKS, mount it by UUID at its path and correct storage.dataDisks.',
  },
  ({ host, hosts, lab, need }) => {
    const storage = need('storage')
    const { blockDevices, mounts } = host(storage.host)
    const { vmid } = the(hosts(), `host ${storage.host}`, ({ name }) => name === storage.host)
    const at = (path: string) => the(mounts, `mount at ${path}`, (mount) => mount.path === path)
    const deviceOf = (path: string) =>
      the(blockDevices, `device of ${path}`, ({ device }) => device === at(path).device)

    const drivesOf = (path: string) => {
      const { path: device, serials } = deviceOf(path)
      const because = `no drive under ${device} tells its serial`
      return { items: serials, complete: serials.length > 0, because }
    }

    all(
      () =>
        every(storage.dataDisks, 'is mounted as ext4', ({ path }) => at(path).fstype === 'ext4'),
      () =>
        every(
          storage.dataDisks,
          'is mounted whole, from the file system declared',
          ({ path, uuid }) => at(path).root === '/' && deviceOf(path).uuid === uuid,
        ),
      () =>
        none(
          storage.dataDisks.map(({ path }) => ({ path, type: deviceOf(path).type })),
          'is made of several drives, or hidden behind another layer',
          ({ type }) => !['disk', 'part', 'loop'].includes(type),
        ),
      () =>
        every(
          storage.dataDisks,
          'lies on its own drive and on no other',
          ({ path, serial }) =>
            saw(drivesOf(path), (found) => found === serial) &&
            !saw(drivesOf(path), (found) => found !== serial),
        ),
      () =>
        none(storage.dataDisks, 'shares its drive with another data disk', (disk) =>
          storage.dataDisks.some(
            ({ path, serial }) => path !== disk.path && serial === disk.serial,
          ),
        ),
      // Two virtual disks on one drive look independent from inside.
      () => {
        const { options } = the(
          lab.guestConfigs,
          `configuration of ${vmid}`,
          (c) => c.vmid === vmid,
        )
        const given = Object.entries(options)
          .filter(([key]) => /^(scsi|virtio|sata|ide)\d+$/.test(key))
          .flatMap(([, value]) => {
            const [, name] = WHOLE.exec(value) ?? []
            const [, serial] = /(?:^|,)serial=([^,]+)/.exec(value) ?? []
            return name && serial ? [{ name, serial }] : []
          })
        same(
          storage.dataDisks
            .map(({ serial }) => serial)
            .filter((serial) =>
              given.some((disk) => disk.serial === serial && disk.name.endsWith(serial)),
            ),
          storage.dataDisks.map(({ serial }) => serial),
          'data disks that the hypervisor hands over as whole drives',
        )
      },
    )
  },
)
