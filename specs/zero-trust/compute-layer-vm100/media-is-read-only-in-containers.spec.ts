import { all, control, every, none, the } from '#harness'

const NETWORKED = ['cifs', 'smb3', 'fuse.rclone', 'nfs', 'nfs4']

control(
  'No container can write to the media, by any of its mounts',
  {
    statement: 'ZT-40',
    impact: 'critical',
    kind: 'isolation',
    standards: ['AC-6', 'CM-7(5)', 'SI-7', 'SC-34', 'CIS-3.3'],
    remedy:
      'Mount the media into the container once, with `:ro` (`bind-recursive: readonly` where mounts lie below it); take away its other mounts above or below the media, `privileged` and SYS_ADMIN, and create it anew.',
  },
  ({ host, hosts, inventory, need }) => {
    const { name: on } = the(hosts('compute'), 'compute VM', () => true)
    const { mediaPath } = need('storage')
    const share = the(need('smb').shares, 'share of the media', ({ path }) => path === mediaPath)
    const isShare = ({ fstype, source }: { fstype: string; source: string }) =>
      NETWORKED.includes(fstype) && source.split(/[/:]/).at(-1) === share.name
    const covers = (above: string, path: string) =>
      path === above || path.startsWith(above === '/' ? '/' : `${above}/`)

    const machine = host(on)
    const library = () => machine.mounts.filter(isShare)
    const kernel = (container: string) =>
      the(
        machine.containerMounts,
        `mount table of ${container}`,
        (it) => it.container === container,
      )
    const isMedia = (mount: ReturnType<typeof library>[number]) =>
      isShare(mount) || library().some(({ device }) => device === mount.device)
    /** Mounts of the media in a container, and whatever is mounted below them. */
    const tree = ({ mounts }: ReturnType<typeof kernel>) =>
      mounts.filter((it) => mounts.some((top) => isMedia(top) && covers(top.path, it.path)))
    const volumes = () =>
      machine.containers.flatMap(({ name, mounts }) =>
        mounts
          .filter(({ source }) =>
            library().some(({ path }) => covers(source, path) || covers(path, source)),
          )
          .map((mount) => ({ container: name, ...mount })),
      )
    const holders = () =>
      new Set([
        ...volumes().map(({ container }) => container),
        ...machine.containerMounts.items
          .filter((it) => tree(it).length > 0)
          .map(({ container }) => container),
      ])

    all(
      () =>
        every(
          inventory.services
            .filter(({ runtime, role }) => runtime === 'docker' && role === 'media')
            .map(({ name, container = name }) => ({ container })),
          'has the share in it, not an empty folder of the machine',
          ({ container }) => tree(kernel(container)).length > 0,
        ),
      () =>
        every(
          machine.containerMounts.items.flatMap((it) =>
            tree(it).map(({ path, options }) => ({ container: it.container, path, options })),
          ),
          'is read-only in the kernel',
          ({ options }) => options.includes('ro'),
        ),
      () => none(volumes(), 'is meant to be writable', ({ isWritable }) => isWritable),
      () =>
        every(
          [...holders()].map((container) => ({ container })),
          'shows the mounts it has now',
          ({ container }) => kernel(container).mounts.length > 0,
        ),
      () =>
        none(
          machine.containers.filter(({ name }) => holders().has(name)),
          'is privileged, and could mount the media again',
          ({ isPrivileged, capAdd }) =>
            isPrivileged || capAdd.some((it) => /^(CAP_)?(SYS_ADMIN|ALL)$/.test(it)),
        ),
      () =>
        none(
          machine.containerUidMaps.filter(({ container }) => holders().has(container)),
          'holds SYS_ADMIN, and could mount the media again',
          ({ bounding }) => bounding.includes('SYS_ADMIN'),
        ),
    )
  },
)
