import { all, control, every, none, the } from '#harness'

const OF_ENGINE = /(^|\/)(docker|dockerd|containerd|runc)(\/|\.sock|$)/

/** Where an engine has its programs, its data and its socket, and the folders around them: all of these are the guest’s. */
const OF_GUEST =
  /^\/(usr(\/(local\/)?(s?bin|libexec)(\/(docker|containerd|runc)[^/]*)?)?|var(\/lib(\/(docker|containerd))?)?|(var\/)?run(\/(docker\.sock|containerd(\/containerd\.sock)?))?)$/

control(
  'The engine of a guest, its programs and its data belong to that guest alone',
  {
    statement: 'FR-42',
    impact: 'high',
    kind: 'isolation',
    standards: ['SC-39', 'SC-4', 'CM-6'],
    remedy:
      'Install Docker in the guest itself, take the `lxc.mount.entry` or `mpN` line out of its configuration, and give every guest a volume of its own for /var/lib/docker.',
  },
  ({ host, inventory, lab, need }) => {
    const guests = inventory.hosts.filter(
      ({ name, vmid }) => vmid !== undefined && need('engines').includes(name),
    )
    const configOf = (vmid: number | undefined) =>
      the(lab.guestConfigs, `configuration of ${vmid}`, (it) => it.vmid === vmid)
    const points = {
      ...lab.guestConfigs,
      items: lab.guestConfigs.items.flatMap(({ mountPoints, vmid }) =>
        mountPoints.map((point) => ({ vmid, ...point })),
      ),
    }
    const isOwn = (vmid: number | undefined, at: string, from: string) =>
      configOf(vmid).mountPoints.some(
        ({ isHostPath, path, source }) =>
          !isHostPath && path === at && from.endsWith(source.split(':')[1] ?? '-'),
      )
    all(
      () =>
        every(guests, 'has the package of the engine', ({ name }) =>
          host(name).software.packages.some((it) => /^(docker-ce|docker\.io)$/.test(it)),
        ),
      ...guests.map(({ name, vmid }) => () => {
        none(
          configOf(vmid).raw,
          'mounts an engine from outside',
          ({ key, value }) =>
            key === 'lxc.mount.entry' && OF_ENGINE.test(value.split(/\s/)[0] ?? ''),
        )
        none(
          configOf(vmid).mountPoints,
          'mounts an engine of the host',
          ({ isHostPath, path, source }) =>
            isHostPath && (OF_ENGINE.test(path) || OF_ENGINE.test(source)),
        )
        // A part of a file system is a bind mount; as a whole it is one of the guest’s volumes, or its memory.
        none(
          host(name).mounts,
          'is an engine’s file from elsewhere',
          ({ fstype, path, root, source }) =>
            OF_GUEST.test(path) &&
            (root !== '/' || (fstype !== 'tmpfs' && !isOwn(vmid, path, source))),
        )
      }),
      () =>
        none(points, 'is shared by two guests', ({ source, vmid }) =>
          points.items.some((other) => other.vmid !== vmid && other.source === source),
        ),
      () =>
        every(guests, 'keeps the engine’s data on its own volumes', ({ name, vmid }) => {
          const { root } = host(name).dockerInfo
          const [nearest] = host(name)
            .mounts.filter(
              ({ path }) => root === path || root.startsWith(path === '/' ? '/' : `${path}/`),
            )
            // Of two at one place the later one is seen.
            .toReversed()
            .toSorted((a, b) => b.path.length - a.path.length)
          return nearest !== undefined && isOwn(vmid, nearest.path, nearest.source)
        }),
    )
  },
)
