import { all, control, every, none, that, the } from '#harness'

const NETWORKED = ['cifs', 'smb3', 'fuse.rclone', 'nfs', 'nfs4']

control(
  'The media share is mounted read-only on the compute VM',
  {
    statement: 'ZT-40',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-6', 'CM-6', 'SC-8', 'CIS-3.3'],
    remedy:
      'Write `ro,vers=3.1.1,seal` into the media line of /etc/fstab on vm100, unmount every other mount of the share, then `mount -o remount,ro` the one that stays.',
  },
  ({ host, hosts, need }) => {
    const vm = the(hosts('compute'), 'compute VM', () => true)
    const machine = host(vm.name)
    const smb = need('smb')
    const { mediaPath } = need('storage')
    const share = the(smb.shares, 'share of the media', ({ path }) => path === mediaPath)
    const media = the(
      machine.mounts.filter(({ root }) => root === '/'),
      `mount of the share ${share.name}`,
      ({ fstype, source }) =>
        NETWORKED.includes(fstype) && source.split(/[/:]/).at(-1) === share.name,
    )

    all(
      () =>
        every(
          machine.mounts.filter(({ device }) => device === media.device),
          'is read-only, and so is the file system behind it',
          ({ options, superOptions }) => options.includes('ro') && superOptions.includes('ro'),
        ),
      () => {
        const entry = the(machine.fstab, `line for ${media.path}`, (it) => it.path === media.path)
        that(entry.options.includes('ro'), 'fstab mounts it read-only at the next boot', entry)
      },
      () => {
        const unit = the(
          machine.mountUnits,
          `mount unit for ${media.path}`,
          ({ kind, path }) => kind === 'mount' && path === media.path,
        )
        that(
          unit.sourcePath === '/etc/fstab' && unit.dropIns.length === 0,
          'systemd mounts it as fstab says',
          unit,
        )
      },
      () =>
        none(
          media.superOptions.filter((option) => option.startsWith('vers=')),
          'is an older dialect than SMB 3',
          (option) => !option.startsWith('vers=3'),
        ),
      () =>
        every(
          host(smb.host).smbSessions.sessions.filter(({ machine: from }) =>
            [vm.address, vm.tailnetAddress].includes(from),
          ),
          'speaks SMB 3 with the server, encrypted',
          ({ dialect, cipher }) => dialect.startsWith('SMB3') && cipher !== undefined,
        ),
    )
  },
)
