import { all, control, none, saw, that } from '#harness'

control(
  'On Lyra, the docker command talks to an engine of its own, on a disk of its own',
  {
    statement: 'FR-18',
    impact: 'high',
    kind: 'configuration',
    standards: ['CM-6', 'CM-2'],
    remedy:
      '`docker context use default`, unset DOCKER_HOST in the profiles, end a tunnel to another socket, and start the engine with `systemctl enable --now docker`.',
  },
  ({ host, need }) => {
    const name = need('development').host
    const { components, defaultRuntime, name: said, rootType } = host(name).dockerInfo
    const { hostname } = host(name).identity
    all(
      // A socket that is forwarded answers with the name of the other end.
      () => that(said === hostname, 'the engine runs on this machine', { engine: said, hostname }),
      () => that(components.includes('Engine'), 'it is Docker', { components, defaultRuntime }),
      () =>
        that(
          saw(host(name).processes, (it) => it.name === 'dockerd' && it.isOwn),
          'the engine is a process of this machine',
          { host: name },
        ),
      () =>
        none(
          host(name).dockerContexts,
          'leads to another engine',
          ({ endpoint }) => !/^unix:\/\/\/(var\/)?run\/docker\.sock$/.test(endpoint),
        ),
      () =>
        that(
          // As stat(1) calls them; whatever it does not know may be anywhere.
          /^(ext2\/ext3|ext[234]|xfs|btrfs|zfs|f2fs|jfs|bcachefs|overlayfs)$/.test(rootType),
          'its data is on a disk of its own',
          {
            rootType,
          },
        ),
    )
  },
)
