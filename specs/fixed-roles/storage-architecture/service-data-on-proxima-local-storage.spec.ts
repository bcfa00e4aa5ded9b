import { all, control, every, none, the } from '#harness'

/** Of file systems in user space only these are local; any other may be anywhere. */
const REMOTE =
  /^(nfs4?|cifs|smb3?|smbfs|ncpfs|davfs|9p|virtiofs|ceph|glusterfs|lustre|beegfs|ocfs2|gfs2|afs|fuse\.(?!(lxcfs|mergerfs|fuse-overlayfs|gvfsd-fuse|portal)$).*)$/

control(
  'The bytes of every volume lie on a storage that is local to the runtime node',
  {
    statement: 'FR-51',
    impact: 'critical',
    kind: 'storage',
    standards: ['SC-28', 'CP-9', 'CM-2'],
    remedy:
      'Put the data of the engine on a volume of the guest (`pct set <vmid> --mp0 local-zfs:64,mp=/var/lib/docker`), move the volumes there, and remove those with a remote device.',
  },
  ({ host, hosts, inventory, lab, need, parameter }) => {
    const { name: on } = the(hosts('hypervisor'), 'hypervisor', () => true)
    const { node } = need('pve')
    const local = parameter.words('p.storage.local_types')
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && need('engines').includes(name),
    )
    const below = (path: string, top: string) =>
      path === top || path.startsWith(top === '/' ? '/' : `${top}/`)
    const nearest = (name: string, path: string) => {
      const [found] = host(name)
        .mounts.filter((it) => below(path, it.path))
        // Of two at one place the later one is seen.
        .toReversed()
        .toSorted((a, b) => b.path.length - a.path.length)
      return found
    }
    const volumes = guests.flatMap(({ name, vmid }) =>
      host(name).dockerVolumes.map((it) => ({ guest: name, vmid, ...it })),
    )
    const configOf = (vmid: number | undefined) =>
      the(lab.guestConfigs, `configuration of ${vmid}`, (it) => it.vmid === vmid)
    const storageOf = (source: string) =>
      the(
        lab.proxmoxStorages,
        `storage ${source}`,
        (it) => it.name === source.split(':')[0] && it.node === node,
      )
    all(
      () =>
        every(
          volumes,
          'is kept by the guest itself, without a device elsewhere',
          ({ driver, options }) =>
            driver === 'local' &&
            !/nfs|cifs|smb|sshfs|9p|ceph|gluster/.test(options.type ?? '') &&
            !/addr=/.test(options.o ?? '') &&
            !/:\/\/|^\S*:|^\/\//.test(options.device ?? ''),
        ),
      // What the volume lies on is what the kernel mounted there, whatever the engine was told.
      () =>
        every(
          volumes,
          'lies on a volume that the hypervisor gave the guest',
          // Bound to a folder, it lies there too; the folder may be a link, and while it is in use the kernel knows better.
          ({ guest, options, path, vmid }) =>
            [path, options.device ?? path].every((at) => {
              const from = nearest(guest, at)?.source.replaceAll('--', '-') ?? ''
              return configOf(vmid).mountPoints.some(
                ({ isHostPath, source }) =>
                  !isHostPath && from.endsWith(source.split(':')[1] ?? '-'),
              )
            }),
        ),
      () =>
        every(
          guests.flatMap(({ vmid }) =>
            configOf(vmid).mountPoints.map((point) => ({ vmid, ...point })),
          ),
          'is of a storage that is local to the node',
          ({ isHostPath, source }) =>
            !isHostPath &&
            local.includes(storageOf(source).type) &&
            storageOf(source).server === undefined &&
            !storageOf(source).isShared,
        ),
      ...guests.map(({ name }) => () => {
        none(
          host(name).mounts.map(({ fstype, path, source }) => ({
            host: name,
            fstype,
            path,
            source,
          })),
          'is a file system of another machine',
          ({ fstype }) => REMOTE.test(fstype),
        )
      }),
      // A disk may come by the network as well: iSCSI, NVMe over TCP, NBD.
      ...[on, ...guests.map(({ name }) => name)].map((name) => () => {
        none(
          host(name).connections.map((it) => ({ host: name, ...it })),
          'leads to disks of another machine',
          ({ peerPort }) => [3260, 4420, 8009, 10809].includes(peerPort),
        )
      }),
      // A storage of folders is as local as what is mounted there.
      () =>
        none(
          host(on).mounts.map(({ fstype, path, source }) => ({ host: on, fstype, path, source })),
          'is a file system of another machine, on the node',
          ({ fstype }) => REMOTE.test(fstype),
        ),
    )
  },
)
