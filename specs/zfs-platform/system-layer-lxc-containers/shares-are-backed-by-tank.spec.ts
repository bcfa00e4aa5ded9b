import { all, control, every } from '#harness'
import { showSame, wayOf } from './ways.ts'

control(
  'Everything that the file guest offers is a dataset of the pool, mounted into it by itself',
  {
    statement: 'ZF-48',
    impact: 'high',
    kind: 'storage',
    standards: ['SC-28', 'CM-2'],
    remedy:
      'Add a mount point per dataset: `pct set <vmid> --mp0 /tank/media/user,mp=/srv/user`; a folder of the root file system is not in the layout, and the one above shows no datasets below it.',
  },
  ({ host, inventory, lab, need }) => {
    const { host: name } = need('smb')
    const { host: pool, paths = [] } = need('zfs')
    const { vmid } = inventory.hosts.find((one) => one.name === name) ?? {}
    const { mounts, smbConfig, nfsExports, folderContents } = host(name)
    const offered = [
      ...smbConfig.shares.map(({ name: share, path, realPath }) => ({ share, path, realPath })),
      ...nfsExports.exports.map(({ path, client }) => ({
        share: `to ${client}`,
        path,
        realPath: path,
      })),
    ].map((one) => ({ ...one, way: wayOf(paths, name, one.realPath) }))

    all(
      () =>
        every(
          { ...lab.guestConfigs, items: offered },
          'is on a mount point of its dataset, by configuration',
          ({ way }) =>
            lab.guestConfigs.items.some(
              (config) =>
                config.vmid === vmid &&
                config.mountPoints.some(
                  ({ path, source }) => path === way?.path && source === `/${way?.dataset}`,
                ),
            ),
        ),
      () =>
        every(offered, 'is that dataset in the kernel of the guest', ({ way }) => {
          const mount = mounts.findLast(({ path }) => path === way?.path)
          const isZfs = /^(?:fuse\.)?zfs$/.test(mount?.fstype ?? '')
          return isZfs && mount?.source === way?.dataset && mount?.root === '/'
        }),
      () =>
        every(offered, 'shows what the dataset holds', ({ way }) =>
          showSame(
            folderContents.find(({ path }) => path === way?.path),
            host(pool).folderContents.find(({ path }) => path === `/${way?.dataset}`),
          ),
        ),
    )
  },
)
