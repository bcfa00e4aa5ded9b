import { all, control, every, none, same, that } from '#harness'
import { showSame } from './ways.ts'

control(
  'The file guest exports each folder to the machine that is meant to have it, and it gets there',
  {
    statement: 'ZF-48',
    impact: 'medium',
    kind: 'configuration',
    standards: ['AC-3', 'AC-4', 'CM-6'],
    remedy:
      'Name the address of each client in /etc/exports, keep root_squash, run `exportfs -ra`; the server of the kernel needs a privileged container.',
  },
  ({ host, hosts, inventory, need }) => {
    const { host: name } = need('smb')
    const { paths = [] } = need('zfs')
    const { exports, threads, versions } = host(name).nfsExports
    const { address: server } = inventory.hosts.find((one) => one.name === name) ?? {}
    const wanted = paths
      .filter(({ by }) => by === 'nfs')
      .map((way) => ({
        way,
        client: inventory.hosts.find((one) => one.name === way.host)?.address,
        folder: paths.find((one) => one.host === name && one.dataset === way.dataset)?.path,
      }))

    all(
      () =>
        that(
          threads > 0 && versions.some((one) => one.startsWith('4')),
          'it serves, in version 4',
          {
            threads,
            versions,
          },
        ),
      () =>
        same(
          exports.map(({ path, client }) => `${path} to ${client}`),
          wanted.map(({ folder, client }) => `${folder} to ${client}`),
          'exports',
        ),
      () =>
        none(exports, 'trusts root of its client', ({ options }) =>
          options.includes('no_root_squash'),
        ),
      () =>
        every(
          wanted,
          'is mounted by its client, and shows the same files there',
          ({ way, folder }) => {
            const mount = host(way.host).mounts.findLast(({ path }) => path === way.path)
            return (
              mount?.fstype === 'nfs4' &&
              mount.source === `${server}:${folder}` &&
              showSame(
                host(way.host).folderContents.find(({ path }) => path === way.path),
                host(name).folderContents.find(({ path }) => path === folder),
              )
            )
          },
        ),
      ...hosts('compute')
        .filter((one) => !wanted.some(({ client }) => client === one.address))
        .map(
          (stranger) => () =>
            none(
              host(stranger.name).reachable,
              'gets to the server without being a client',
              ({ to, port }) => to === name && port === 2049,
            ),
        ),
    )
  },
)
