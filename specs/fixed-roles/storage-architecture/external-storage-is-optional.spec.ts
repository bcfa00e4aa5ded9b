import { all, control, every, none, saw } from '#harness'

/** Of file systems in user space only these are local; any other may be anywhere. */
const REMOTE =
  /^(nfs4?|cifs|smb3?|smbfs|ncpfs|davfs|9p|virtiofs|ceph|glusterfs|lustre|beegfs|autofs|fuse\.(?!(lxcfs|mergerfs|fuse-overlayfs|gvfsd-fuse|portal)$).*)$/

control(
  'Storage of other machines is declared, may go at any time, and carries nothing that has to run',
  {
    statement: 'FR-54',
    impact: 'medium',
    strength: 'optional',
    kind: 'storage',
    standards: ['CP-2', 'SC-32'],
    remedy:
      'Declare the mount under `external`, mount it with `nofail,_netdev`, keep guests and images off it, and record a drill in which it was gone.',
  },
  ({ host, hosts, isRecent, lab, need, parameter }) => {
    const external = need('external')
    const users = hosts('development', 'hypervisor', 'service', 'monitoring')
    const isKnown = (at: string, path: string) =>
      external.some((it) => it.host === at && it.path === path)
    const volumes = users
      .filter(({ name }) => need('engines').includes(name))
      .flatMap(({ name }) => host(name).dockerVolumes.map((it) => ({ host: name, ...it })))
    const drill = lab.drillRecords.filter(({ scenario }) => scenario === 'external-storage-loss')
    all(
      ...users.map(({ name }) => () => {
        none(
          host(name).mounts.map(({ fstype, path, source }) => ({
            host: name,
            fstype,
            path,
            source,
          })),
          'is mounted from elsewhere, and nobody declared it',
          ({ fstype, path }) =>
            REMOTE.test(fstype) && path !== '/proc/sys/fs/binfmt_misc' && !isKnown(name, path),
        )
      }),
      () =>
        none(
          volumes,
          'is a volume elsewhere',
          ({ options }) =>
            /nfs|cifs|smb|9p|sshfs/.test(options.type ?? '') ||
            options.o?.includes('addr=') === true,
        ),
      () =>
        none(
          lab.proxmoxStorages,
          'is elsewhere, and carries guests',
          ({ content, server }) =>
            server !== undefined && content.some((it) => ['images', 'rootdir'].includes(it)),
        ),
      ...external.map((it) => () => {
        every([it], 'was gone in a drill, and nobody noticed', ({ host: at }) =>
          saw(
            { items: drill, complete: false, because: 'no drill detached it' },
            ({ endedAt, measurements, result }) =>
              result === 'recovered' &&
              isRecent(endedAt, parameter.seconds('p.drill.max_age')) &&
              measurements.isolation?.taken.includes(at) === true &&
              measurements.isolation.services.length > 0 &&
              measurements.isolation.services.every(
                ({ failures, probes }) => probes > 0 && failures === 0,
              ),
          ),
        )
      }),
    )
  },
)
