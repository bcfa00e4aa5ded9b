import { all, control, every, none, the } from '#harness'

control(
  'Data of containers is below the declared folders, on the file system meant for it',
  {
    statement: 'LA-34',
    impact: 'high',
    kind: 'storage',
    standards: ['CP-9', 'SC-28', 'CM-2'],
    remedy:
      'Mount the folder that the image writes to below /srv in the Compose file, move the data there, and deploy; start containers only after their file systems are mounted.',
  },
  ({ host, hosts, parameter }) => {
    const roots = parameter.words('p.data.roots')
    const isBelow = (path: string) =>
      roots.some((root) => path === root || path.startsWith(`${root}/`))
    const running = hosts('compute').flatMap(({ name: on }) => {
      const { containers: made, images } = host(on).deployments
      return host(on).containers.map((it) => {
        const { writtenBytes, imageId } = the(
          made,
          it.name,
          ({ container }) => container === it.name,
        )
        const { volumes } = the(images, `image of ${it.name}`, ({ id }) => id === imageId)
        return { host: on, container: it.name, mounts: it.mounts, writtenBytes, volumes }
      })
    })
    const writable = running.flatMap(({ host: on, container, mounts }) =>
      mounts
        .filter(({ isWritable, type }) => isWritable && type !== 'tmpfs')
        .map(({ type, source, destination }) => ({
          host: on,
          container,
          type,
          source,
          destination,
        })),
    )
    const deviceNow = (on: string, path: string) =>
      host(on)
        .mounts.filter(
          ({ path: at }) => path === at || path.startsWith(at === '/' ? '/' : `${at}/`),
        )
        .reduce((best, it) => (it.path.length >= best.path.length ? it : best)).device

    all(
      () =>
        every(
          writable,
          'is a folder below those declared, or a volume with a name',
          ({ type, source }) =>
            (type === 'bind' && isBelow(source)) ||
            (type === 'volume' && !/\/[0-9a-f]{64}\//.test(source)),
        ),
      () =>
        every(
          running.flatMap(({ host: on, container, mounts, volumes }) =>
            volumes.map((path) => ({
              host: on,
              container,
              path,
              mounts: mounts.map((it) => it.destination),
            })),
          ),
          'is covered by a mount of the lab’s own',
          ({ path, mounts }) => mounts.some((it) => path === it || path.startsWith(`${it}/`)),
        ),
      () =>
        none(
          running.map(({ host: on, container, writtenBytes }) => ({
            host: on,
            container,
            writtenBytes,
          })),
          'writes beside its volumes',
          ({ writtenBytes }) => writtenBytes > parameter.bytes('p.data.max_rw_layer'),
        ),
      // Started before its file system was mounted, a container holds the folder below it.
      () =>
        every(
          writable.filter(({ type }) => type === 'bind'),
          'is on the device that is mounted at its source now',
          ({ host: on, container, source, destination }) => {
            const table = the(
              host(on).containerMounts,
              container,
              (it) => it.container === container,
            )
            const held = the(table.mounts, destination, ({ path }) => path === destination)
            return held.device === deviceNow(on, source)
          },
        ),
      ...hosts('compute').map(
        ({ name: on }) =>
          () =>
            none(host(on).containerMounts, 'is unseen', () => false),
      ),
    )
  },
)
