import { all, control, every, that, the } from '#harness'

control(
  'Backups are on another machine and other disks than the data',
  {
    statement: 'LA-44',
    impact: 'critical',
    kind: 'backup',
    standards: ['CP-6', 'CP-9(3)', 'CIS-11.4'],
    remedy:
      'Mount the disk that is meant, or send the backup to another machine; say of data that is only on the NAS why it can be made anew.',
  },
  ({ host, inventory, need }) => {
    const { host: on, datasets, repositories } = need('backup')
    const { mounts, blockDevices, identity } = host(on)
    const mountOf = (path: string) =>
      mounts
        .filter(({ path: at }) => path === at || path.startsWith(at === '/' ? '/' : `${at}/`))
        .reduce((best, it) => (it.path.length >= best.path.length ? it : best))
    // Of its device, or of the pool that it is a part of.
    const drivesOf = (path: string) => {
      const { device, source, fstype } = mountOf(path)
      const pool = `LABEL=${source.split('/')[0]}`
      return blockDevices
        .filter((it) =>
          fstype === 'zfs'
            ? it.fstype === 'zfs_member' && it.stableNames.includes(pool)
            : it.device === device || it.path === source,
        )
        .flatMap(({ serials }) => serials)
    }
    const local = repositories.filter(({ rank }) => rank === 'nas')

    all(
      () =>
        every(
          datasets.map(({ name, host: at, recreatable }) => ({
            data: name,
            host: at,
            recreatable,
          })),
          'is on another machine than its backups, or can be made anew',
          ({ host: at, recreatable }) =>
            (at !== on && host(at).identity.machineId !== identity.machineId) ||
            recreatable !== undefined,
        ),
      // A guest’s disks are those of its hypervisor: two of one hypervisor are lost together.
      () =>
        that(
          the(inventory.hosts, on, ({ name }) => name === on).vmid === undefined,
          'the machine that keeps backups is no guest',
          { host: on },
        ),
      () =>
        every(
          local,
          'is on a file system of its own, and not in the folder beneath',
          ({ location }) =>
            mountOf(location).path !== '/' &&
            !need('smb').shares.some(({ path }) => path.startsWith(`${mountOf(location).path}/`)),
        ),
      () =>
        every(local, 'is on the drive that was declared', ({ location, serial = '' }) =>
          drivesOf(location).includes(serial),
        ),
      () =>
        every(
          drivesOf('/').map((drive) => ({ drive })),
          'is of the system, and keeps no backup',
          ({ drive }) => !local.some(({ location }) => drivesOf(location).includes(drive)),
        ),
    )
  },
)
