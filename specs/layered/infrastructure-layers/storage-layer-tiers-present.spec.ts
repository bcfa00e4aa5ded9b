import { all, control, every, saw } from '#harness'

control(
  'Every storage is there and active on each node, and has room',
  {
    statement: 'LA-06',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'CM-8'],
    remedy:
      'Bring the NAS back and mount what is not mounted (`pvesm status`, `mount -a`); delete or add disks where room runs out.',
  },
  ({ host, hosts, lab, parameter }) => {
    const least = parameter.number('p.storage.min_free')
    const needed = hosts('hypervisor').flatMap(({ name }) => [
      { node: name, tier: 'local', types: ['zfspool', 'lvmthin', 'dir', 'btrfs'] },
      { node: name, tier: 'NAS', types: ['nfs', 'cifs', 'pbs'] },
    ])
    const stores = hosts('storage').flatMap(({ address, alsoAt = [] }) => [address, ...alsoAt])
    const sources = hosts('hypervisor').flatMap(({ name }) =>
      host(name)
        .mounts.filter(({ fstype }) => /^(nfs|cifs)/.test(fstype))
        .map(({ path, source }) => ({ host: name, path, source })),
    )

    all(
      () =>
        every(needed, 'is there and active', ({ node, types }) =>
          saw(
            lab.proxmoxStorages,
            (it) => it.node === node && types.includes(it.type) && it.isEnabled && it.isActive,
          ),
        ),
      () =>
        every(
          lab.proxmoxStorages.items
            .filter(({ isEnabled }) => isEnabled)
            .map(({ node, name, isActive, totalBytes, availableBytes }) => ({
              node,
              name,
              isActive,
              totalBytes,
              availableBytes,
            })),
          'is active and has room',
          ({ isActive, totalBytes = 0, availableBytes = 0 }) =>
            isActive && totalBytes > 0 && availableBytes / totalBytes >= least,
        ),
      // A folder of the same path on the root disk looks the same to whoever writes there.
      () =>
        every(
          hosts('hypervisor').map(({ name }) => ({ host: name })),
          'has the NAS mounted, and not a folder in its place',
          (it) =>
            sources.some(
              ({ host: on, source }) =>
                on === it.host &&
                stores.some((at) => source.startsWith(`${at}:`) || source.startsWith(`//${at}/`)),
            ),
        ),
      () =>
        every(
          hosts().flatMap(({ name }) => host(name).diskSpace.map((it) => ({ host: name, ...it }))),
          'has room left',
          ({ bytes, availableBytes }) => bytes > 0 && availableBytes / bytes >= least,
        ),
    )
  },
)
